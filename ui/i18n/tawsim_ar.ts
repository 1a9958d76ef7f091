<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Tawsim</source>
        <translation>توسيم</translation>
    </message>
    <message>
        <source>from a checkout</source>
        <translation>من نسخة المصدر</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}. MIT licence.</source>
        <translation>الإصدار {version}، مع Qt {qt}. رخصة MIT.</translation>
    </message>
    <message>
        <source>Annotates entities and relations in Arabic text. All you do stays on your machine.</source>
        <translation>توسيم الكيانات والعلاقات في النصوص العربية. كل ما تعمله يبقى على جهازك.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Open the sample</source>
        <translation>فتح العيّنة</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>مشروع جديد…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>لصق نص</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>استيراد…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>إغلاق المشروع</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Find in document</source>
        <translation>بحث في المستند</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>النتيجة التالية</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>النتيجة السابقة</translation>
    </message>
    <message>
        <source>Find in all documents</source>
        <translation>بحث في كل المستندات</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>كل الأوامر</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>المستند التالي</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>المستند السابق</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>اللوح التالي</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>اللوح السابق</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>العودة إلى النص</translation>
    </message>
    <message>
        <source>Show or hide the documents</source>
        <translation>إظهار المستندات أو إخفاؤها</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>إظهار لوح التفاصيل أو إخفاؤه</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>تكبير النص</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>تصغير النص</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>الحجم المعتاد</translation>
    </message>
    <message>
        <source>Move the borders</source>
        <translation>تحريك الحدّين</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>الحدّان</translation>
    </message>
    <message>
        <source>Start border a word outward</source>
        <translation>توسيع حد البداية كلمةً</translation>
    </message>
    <message>
        <source>Start border</source>
        <translation>حد البداية</translation>
    </message>
    <message>
        <source>Start border a word inward</source>
        <translation>تضييق حد البداية كلمةً</translation>
    </message>
    <message>
        <source>End border a word outward</source>
        <translation>توسيع حد النهاية كلمةً</translation>
    </message>
    <message>
        <source>End border</source>
        <translation>حد النهاية</translation>
    </message>
    <message>
        <source>End border a word inward</source>
        <translation>تضييق حد النهاية كلمةً</translation>
    </message>
    <message>
        <source>Clitic in or out at the start border</source>
        <translation>ضم اللاصقة أو فصلها عند حد البداية</translation>
    </message>
    <message>
        <source>Clitic</source>
        <translation>اللاصقة</translation>
    </message>
    <message>
        <source>Clitic in or out at the end border</source>
        <translation>ضم اللاصقة أو فصلها عند حد النهاية</translation>
    </message>
    <message>
        <source>Peel: label the inner name too</source>
        <translation>تقشير: توسيم الاسم الداخلي أيضًا</translation>
    </message>
    <message>
        <source>Peel</source>
        <translation>تقشير</translation>
    </message>
    <message>
        <source>Relation from this span</source>
        <translation>علاقة من هذا الكيان</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>علاقة</translation>
    </message>
    <message>
        <source>Turn the relation round</source>
        <translation>عكس اتجاه العلاقة</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>عكس الاتجاه</translation>
    </message>
    <message>
        <source>Next type of the relation</source>
        <translation>نوع العلاقة التالي</translation>
    </message>
    <message>
        <source>All occurrences</source>
        <translation>كل المواضع</translation>
    </message>
    <message>
        <source>Delete the span or relation</source>
        <translation>حذف الكيان أو العلاقة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Question to the lead</source>
        <translation>سؤال إلى المشرف</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Guidelines of this label</source>
        <translation>دليل هذه التسمية</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>الدليل</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>الكيان التالي</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>الكيان السابق</translation>
    </message>
    <message>
        <source>Done, next document</source>
        <translation>مكتمل، ثم التالي</translation>
    </message>
    <message>
        <source>Back to: in progress</source>
        <translation>إعادة إلى: قيد العمل</translation>
    </message>
    <message>
        <source>Lock the document</source>
        <translation>قفل المستند</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>العنصر المفتوح التالي</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Previous open item</source>
        <translation>العنصر المفتوح السابق</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Accept the sentence, read to here</source>
        <translation>قبول الجملة، مقروء إلى هنا</translation>
    </message>
    <message>
        <source>Accept the sentence</source>
        <translation>قبول الجملة</translation>
    </message>
    <message>
        <source>Suggest for this document</source>
        <translation>اقتراح لهذا المستند</translation>
    </message>
    <message>
        <source>Suggest for all documents</source>
        <translation>اقتراح لكل المستندات</translation>
    </message>
    <message>
        <source>Suggest for the selected documents</source>
        <translation>اقتراح للمستندات المحدّدة</translation>
    </message>
    <message>
        <source>Sources of suggestions…</source>
        <translation>مصادر الاقتراحات…</translation>
    </message>
    <message>
        <source>CAMeL-Tools NER…</source>
        <translation>CAMeL-Tools NER…</translation>
    </message>
    <message>
        <source>Show the next annotator’s layer</source>
        <translation>عرض طبقة الموسِّم التالي</translation>
    </message>
    <message>
        <source>Blind: hide others’ layers until one’s own is done</source>
        <translation>وضع مستقل: إخفاء طبقات الآخرين حتى تكتمل طبقتي</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>توزيع…</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>تسليم…</translation>
    </message>
    <message>
        <source>Receive a colleague’s file…</source>
        <translation>دمج ملف زميل…</translation>
    </message>
    <message>
        <source>Review: compare and decide</source>
        <translation>مراجعة: مقارنة وحسم</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>Take what all agree on, in all documents</source>
        <translation>اعتماد ما اتفق عليه الجميع في كل المستندات</translation>
    </message>
    <message>
        <source>Take what most have, in all documents</source>
        <translation>اعتماد رأي الأغلبية في كل المستندات</translation>
    </message>
    <message>
        <source>Decide clitics by the project’s rule, in all documents</source>
        <translation>حسم اللواصق بقاعدة المشروع في كل المستندات</translation>
    </message>
    <message>
        <source>Take this version</source>
        <translation>اعتماد هذه النسخة</translation>
    </message>
    <message>
        <source>Take it, edited</source>
        <translation>اعتماد بعد التعديل</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Take the relation with its ends</source>
        <translation>اعتماد العلاقة مع طرفيها</translation>
    </message>
    <message>
        <source>With its ends</source>
        <translation>مع طرفيها</translation>
    </message>
    <message>
        <source>Decide the same everywhere…</source>
        <translation>الحسم نفسه في كل المواضع…</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>كل المواضع</translation>
    </message>
    <message>
        <source>Take what all agree on</source>
        <translation>اعتماد المتفق عليه</translation>
    </message>
    <message>
        <source>Take the agreed</source>
        <translation>اعتماد المتفق عليه</translation>
    </message>
    <message>
        <source>Open the decision again</source>
        <translation>إعادة فتح الحسم</translation>
    </message>
    <message>
        <source>Comment for the annotators</source>
        <translation>تعليق للموسِّمين</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>الاختلاف التالي</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>الاختلاف السابق</translation>
    </message>
    <message>
        <source>The lane below</source>
        <translation>الطبقة التالية</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>اختيار الطبقة</translation>
    </message>
    <message>
        <source>The lane above</source>
        <translation>الطبقة السابقة</translation>
    </message>
    <message>
        <source>End the review</source>
        <translation>إنهاء المراجعة</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Two-minute tour</source>
        <translation>جولة في دقيقتين</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>دليل الاستخدام</translation>
    </message>
    <message>
        <source>About Tawsim</source>
        <translation>عن توسيم</translation>
    </message>
    <message>
        <source>Border a letter to the left</source>
        <translation>الحد حرفًا إلى اليسار</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>حرف</translation>
    </message>
    <message>
        <source>Border a letter to the right</source>
        <translation>الحد حرفًا إلى اليمين</translation>
    </message>
    <message>
        <source>Border a word to the left</source>
        <translation>الحد كلمةً إلى اليسار</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>كلمة</translation>
    </message>
    <message>
        <source>Border a word to the right</source>
        <translation>الحد كلمةً إلى اليمين</translation>
    </message>
    <message>
        <source>The other border</source>
        <translation>الحد الآخر</translation>
    </message>
    <message>
        <source>End moving the borders</source>
        <translation>إنهاء تحريك الحدّين</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Next target</source>
        <translation>الهدف التالي</translation>
    </message>
    <message>
        <source>Previous target</source>
        <translation>الهدف السابق</translation>
    </message>
    <message>
        <source>Next type</source>
        <translation>النوع التالي</translation>
    </message>
    <message>
        <source>Previous type</source>
        <translation>النوع السابق</translation>
    </message>
    <message>
        <source>Turn round before taking</source>
        <translation>عكس الاتجاه قبل الاعتماد</translation>
    </message>
    <message>
        <source>Take this target</source>
        <translation>اعتماد هذا الهدف</translation>
    </message>
    <message>
        <source>Take it as edited</source>
        <translation>اعتماد المعدَّل</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>ترك التعديل</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>اعتماد</translation>
    </message>
    <message>
        <source>No relation</source>
        <translation>بلا علاقة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Take the ends as well</source>
        <translation>اعتماد الطرفين أيضًا</translation>
    </message>
    <message>
        <source>Everywhere…</source>
        <translation>كل المواضع…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>إعادة الفتح</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Fonts that ship with Tawsim are missing: {files}. Text may look different.</source>
        <translation>خطوط مرفقة بتوسيم غير موجودة: {files}. قد يختلف شكل النص.</translation>
    </message>
    <message>
        <source>Some settings could not be read and are as delivered again: {names}.</source>
        <translation>تعذّرت قراءة بعض الإعدادات فأُعيدت إلى أصلها: {names}.</translation>
    </message>
    <message>
        <source>Something went wrong in Tawsim ({error}). What you did before is saved.</source>
        <translation>وقع خلل في توسيم ({error}). ما عملته قبله محفوظ.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>سؤال</translation>
    </message>
    <message>
        <source>Lead’s comment</source>
        <translation>تعليق المشرف</translation>
    </message>
    <message>
        <source>Selected span</source>
        <translation>الكيان المحدد</translation>
    </message>
    <message>
        <source>{n} of {count} pending</source>
        <translation>{n} من {count} معلّقًا</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>الاقتراح</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الثقة</translation>
    </message>
    <message>
        <source>By</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Suggested by {source}</source>
        <translation>اقترحه: {source}</translation>
    </message>
    <message>
        <source>Selected relation</source>
        <translation>العلاقة المحددة</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>الهدف</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>اليوم {time}</translation>
    </message>
    <message>
        <source>undone: {step}</source>
        <translation>تراجع عن: {step}</translation>
    </message>
    <message>
        <source>{step} — {name}, {when}</source>
        <translation>{step} — {name}، {when}</translation>
    </message>
</context>
<context>
    <name>Colleagues</name>
    <message>
        <source>Making hand-outs</source>
        <translation>إعداد ملفات التوزيع</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Handed out: {files}</source>
        <translation>وُزّع: {files}</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>تسليم</translation>
    </message>
    <message>
        <source>Writing the file for the lead</source>
        <translation>كتابة ملف التسليم</translation>
    </message>
    <message>
        <source>Handed in: {file}. Send it to the lead.</source>
        <translation>سُلّم: {file}. أرسله إلى المشرف.</translation>
    </message>
    <message>
        <source>Receive a colleague’s file</source>
        <translation>دمج ملف زميل</translation>
    </message>
    <message>
        <source>Reading a colleague’s file</source>
        <translation>قراءة ملف الزميل</translation>
    </message>
    <message>
        <source>{name}: nothing new in that file.</source>
        <translation>{name}: لا جديد في هذا الملف.</translation>
    </message>
    <message>
        <source>{name}: received {documents}, {spans}, {relations}.</source>
        <translation>{name}: دُمج {documents}، {spans}، {relations}.</translation>
    </message>
    <message>
        <source>Left out: {documents} ({document}: {why}).</source>
        <translation>لم يُدمج: {documents} ({document}: {why}).</translation>
    </message>
    <message>
        <source>Labels not in this set: {labels}</source>
        <translation>تسميات ليست في المجموعة: {labels}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>لا مستندات</numerusform>
            <numerusform>مستند واحد</numerusform>
            <numerusform>مستندان</numerusform>
            <numerusform>%Ln مستندات</numerusform>
            <numerusform>%Ln مستندًا</numerusform>
            <numerusform>%Ln مستند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>لا كيانات</numerusform>
            <numerusform>كيان واحد</numerusform>
            <numerusform>كيانان</numerusform>
            <numerusform>%Ln كيانات</numerusform>
            <numerusform>%Ln كيانًا</numerusform>
            <numerusform>%Ln كيان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relation(s)</source>
        <translation>
            <numerusform>لا علاقات</numerusform>
            <numerusform>علاقة واحدة</numerusform>
            <numerusform>علاقتان</numerusform>
            <numerusform>%Ln علاقات</numerusform>
            <numerusform>%Ln علاقة</numerusform>
            <numerusform>%Ln علاقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>لا اقتراحات</numerusform>
            <numerusform>اقتراح واحد</numerusform>
            <numerusform>اقتراحان</numerusform>
            <numerusform>%Ln اقتراحات</numerusform>
            <numerusform>%Ln اقتراحًا</numerusform>
            <numerusform>%Ln اقتراح</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>لا اقتراحات معلّقة</numerusform>
            <numerusform>اقتراح معلّق واحد</numerusform>
            <numerusform>اقتراحان معلّقان</numerusform>
            <numerusform>%Ln اقتراحات معلّقة</numerusform>
            <numerusform>%Ln اقتراحًا معلّقًا</numerusform>
            <numerusform>%Ln اقتراح معلّق</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>لا تنبيهات</numerusform>
            <numerusform>تنبيه واحد</numerusform>
            <numerusform>تنبيهان</numerusform>
            <numerusform>%Ln تنبيهات</numerusform>
            <numerusform>%Ln تنبيهًا</numerusform>
            <numerusform>%Ln تنبيه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>لا أسئلة</numerusform>
            <numerusform>سؤال واحد</numerusform>
            <numerusform>سؤالان</numerusform>
            <numerusform>%Ln أسئلة</numerusform>
            <numerusform>%Ln سؤالًا</numerusform>
            <numerusform>%Ln سؤال</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted %Ln suggestion(s), marked as read.</source>
        <translation>
            <numerusform>لا اقتراحات معلّقة فيها؛ الجملة مقروءة.</numerusform>
            <numerusform>قُبل اقتراح واحد، والجملة مقروءة.</numerusform>
            <numerusform>قُبل اقتراحان، والجملة مقروءة.</numerusform>
            <numerusform>قُبلت %Ln اقتراحات، والجملة مقروءة.</numerusform>
            <numerusform>قُبل %Ln اقتراحًا، والجملة مقروءة.</numerusform>
            <numerusform>قُبل %Ln اقتراح، والجملة مقروءة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed with %Ln relation(s).</source>
        <translation>
            <numerusform>حُذف الكيان.</numerusform>
            <numerusform>حُذف الكيان ومعه علاقة واحدة.</numerusform>
            <numerusform>حُذف الكيان ومعه علاقتان.</numerusform>
            <numerusform>حُذف الكيان ومعه %Ln علاقات.</numerusform>
            <numerusform>حُذف الكيان ومعه %Ln علاقة.</numerusform>
            <numerusform>حُذف الكيان ومعه %Ln علاقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loss(es): what this format cannot hold as it is</source>
        <translation>
            <numerusform>يُنقل كل شيء</numerusform>
            <numerusform>عنصر واحد لا تحمله هذه الصيغة كما هو</numerusform>
            <numerusform>عنصران لا تحملهما هذه الصيغة كما هما</numerusform>
            <numerusform>%Ln عناصر لا تحملها هذه الصيغة كما هي</numerusform>
            <numerusform>%Ln عنصرًا لا تحملها هذه الصيغة كما هي</numerusform>
            <numerusform>%Ln عنصر لا تحملها هذه الصيغة كما هي</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggesting for %Ln document(s)</source>
        <translation>
            <numerusform>لا مستندات للاقتراح</numerusform>
            <numerusform>يقترح لمستند واحد</numerusform>
            <numerusform>يقترح لمستندين</numerusform>
            <numerusform>يقترح لـ%Ln مستندات</numerusform>
            <numerusform>يقترح لـ%Ln مستندًا</numerusform>
            <numerusform>يقترح لـ%Ln مستند</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new suggestion(s).</source>
        <translation>
            <numerusform>لا اقتراحات جديدة.</numerusform>
            <numerusform>اقتراح معلّق واحد.</numerusform>
            <numerusform>اقتراحان معلّقان.</numerusform>
            <numerusform>%Ln اقتراحات معلّقة.</numerusform>
            <numerusform>%Ln اقتراحًا معلّقًا.</numerusform>
            <numerusform>%Ln اقتراح معلّق.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln document(s).</source>
        <translation>
            <numerusform>لم يُستورد مستند جديد.</numerusform>
            <numerusform>استُورد مستند واحد.</numerusform>
            <numerusform>استُورد مستندان.</numerusform>
            <numerusform>استُوردت %Ln مستندات.</numerusform>
            <numerusform>استُورد %Ln مستندًا.</numerusform>
            <numerusform>استُورد %Ln مستند.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>لا نتائج</numerusform>
            <numerusform>نتيجة واحدة</numerusform>
            <numerusform>نتيجتان</numerusform>
            <numerusform>%Ln نتائج</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
            <numerusform>%Ln نتيجة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>لا مشكلات</numerusform>
            <numerusform>مشكلة واحدة</numerusform>
            <numerusform>مشكلتان</numerusform>
            <numerusform>%Ln مشكلات</numerusform>
            <numerusform>%Ln مشكلة</numerusform>
            <numerusform>%Ln مشكلة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>لا مواضع</numerusform>
            <numerusform>موضع واحد</numerusform>
            <numerusform>موضعان</numerusform>
            <numerusform>%Ln مواضع</numerusform>
            <numerusform>%Ln موضعًا</numerusform>
            <numerusform>%Ln موضع</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>لا اختلافات</numerusform>
            <numerusform>اختلاف واحد</numerusform>
            <numerusform>اختلافان</numerusform>
            <numerusform>%Ln اختلافات</numerusform>
            <numerusform>%Ln اختلافًا</numerusform>
            <numerusform>%Ln اختلاف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>لا تسميات</numerusform>
            <numerusform>تسمية واحدة</numerusform>
            <numerusform>تسميتان</numerusform>
            <numerusform>%Ln تسميات</numerusform>
            <numerusform>%Ln تسمية</numerusform>
            <numerusform>%Ln تسمية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln day(s)</source>
        <translation>
            <numerusform>لا أيام</numerusform>
            <numerusform>آخر يوم</numerusform>
            <numerusform>آخر يومين</numerusform>
            <numerusform>آخر %Ln أيام</numerusform>
            <numerusform>آخر %Ln يومًا</numerusform>
            <numerusform>آخر %Ln يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) left</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>بقيت دقيقة</numerusform>
            <numerusform>بقيت دقيقتان</numerusform>
            <numerusform>بقيت %Ln دقائق</numerusform>
            <numerusform>بقيت %Ln دقيقة</numerusform>
            <numerusform>بقيت %Ln دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>أقل من ثانية</numerusform>
            <numerusform>بقيت ثانية</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %Ln ثوانٍ</numerusform>
            <numerusform>بقيت %Ln ثانية</numerusform>
            <numerusform>بقيت %Ln ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) a second</source>
        <translation>
            <numerusform>لا كلمات في الثانية</numerusform>
            <numerusform>كلمة واحدة في الثانية</numerusform>
            <numerusform>كلمتان في الثانية</numerusform>
            <numerusform>%Ln كلمات في الثانية</numerusform>
            <numerusform>%Ln كلمة في الثانية</numerusform>
            <numerusform>%Ln كلمة في الثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Border</source>
        <translation>حد</translation>
    </message>
    <message>
        <source>Clitic</source>
        <translation>لاصقة</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>تسمية</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>ناقص</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>علاقة</translation>
    </message>
    <message>
        <source>The borders differ</source>
        <translation>اختلاف في الحدود</translation>
    </message>
    <message>
        <source>A clitic only</source>
        <translation>اللاصقة فقط</translation>
    </message>
    <message>
        <source>The labels differ</source>
        <translation>اختلاف في التسمية</translation>
    </message>
    <message>
        <source>Missing in one layer</source>
        <translation>ناقص في إحدى الطبقات</translation>
    </message>
    <message>
        <source>The relations differ</source>
        <translation>اختلاف في العلاقات</translation>
    </message>
    <message>
        <source>A relation waits for its ends</source>
        <translation>علاقة تنتظر حسم طرفيها</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>معدّل</translation>
    </message>
    <message>
        <source>{type}, turned</source>
        <translation>{type}، معكوسة</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Suggest for the selected documents</source>
        <translation>اقتراح للمستندات المحدّدة</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>Find in all documents</source>
        <translation>بحث في كل المستندات</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>إزالة المرشّح</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>بالترتيب</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>بالاسم</translation>
    </message>
    <message>
        <source>Most pending</source>
        <translation>الأكثر اقتراحات</translation>
    </message>
    <message>
        <source>Most to learn</source>
        <translation>الأكثر إفادة</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>ترتيب</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>اقتراحات</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>كيانات</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>خلاف</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Search ignores harakat, tatweel and alef forms.</source>
        <translation>لا نتائج لـ«{text}». البحث يتجاهل الحركات والتطويل وصور الألف.</translation>
    </message>
    <message>
        <source>No documents match.</source>
        <translation>لا مستندات بهذا المرشّح.</translation>
    </message>
    <message>
        <source>No documents yet. Drop files here or choose Import…</source>
        <translation>لا مستندات بعد. أسقط ملفات هنا أو اختر «استيراد…».</translation>
    </message>
    <message>
        <source>Comparing the layers of all documents</source>
        <translation>مقارنة طبقات كل المستندات</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message>
        <source>Take {name}’s version</source>
        <translation>اعتماد نسخة {name}</translation>
    </message>
    <message>
        <source>The same question everywhere</source>
        <translation>السؤال نفسه في كل المواضع</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Looking for losses</source>
        <translation>فحص ما قد لا يُنقل</translation>
    </message>
    <message>
        <source>Exported to {file}: {spans}.</source>
        <translation>صُدّر إلى {file}: {spans}.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>words</source>
        <translation>كلمات</translation>
    </message>
    <message>
        <source>words cut at clitics</source>
        <translation>كلمات تُفصل عنها اللواصق</translation>
    </message>
    <message>
        <source>Only documents that are done</source>
        <translation>المستندات المكتملة فقط</translation>
    </message>
    <message>
        <source>Only what was read</source>
        <translation>المقروء فقط</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>الصيغة</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>الطبقة</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>الوحدات النصية</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>نظام الوسوم</translation>
    </message>
    <message>
        <source>To</source>
        <translation>إلى</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>المستند</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>ما يحدث</translation>
    </message>
    <message>
        <source>Looking for losses…</source>
        <translation>جارٍ فحص ما قد لا يُنقل…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>يُنقل كل شيء</translation>
    </message>
    <message>
        <source>Export, replacing the old</source>
        <translation>تصدير واستبدال القديم</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>User guide</source>
        <translation>دليل الاستخدام</translation>
    </message>
    <message>
        <source>The guide is not in this copy of the program.</source>
        <translation>الدليل غير موجود في هذه النسخة من البرنامج.</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Hand out</source>
        <translation>توزيع</translation>
    </message>
    <message>
        <source>Make the files</source>
        <translation>إعداد الملفات</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>كل المستندات</translation>
    </message>
    <message>
        <source>Documents that are not done</source>
        <translation>المستندات غير المكتملة</translation>
    </message>
    <message>
        <source>The document that is shown</source>
        <translation>المستند المعروض</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>with the pending suggestions</source>
        <translation>مع الاقتراحات المعلّقة</translation>
    </message>
    <message>
        <source>with what was learnt here, to suggest by</source>
        <translation>مع ما تعلّمه البرنامج هنا، ليقترح به</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>لمن</translation>
    </message>
    <message>
        <source>Names with commas between them; each gets a file.</source>
        <translation>أسماء بينها فواصل؛ لكل اسم ملف.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Each document to</source>
        <translation>كل مستند لعدد</translation>
    </message>
    <message>
        <source>Seed of the distribution</source>
        <translation>بذرة التوزيع</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>To whom? A name is needed.</source>
        <translation>لمن؟ يلزم اسم واحد على الأقل.</translation>
    </message>
    <message>
        <source>Every name once; “gold” and “all” are no names.</source>
        <translation>كل اسم مرة واحدة، ولا يصلح «gold» و«all» اسمين.</translation>
    </message>
    <message>
        <source>A document cannot go to more people than there are.</source>
        <translation>لا يمكن أن يذهب المستند إلى عدد يفوق الموسِّمين.</translation>
    </message>
    <message>
        <source>That folder is not there.</source>
        <translation>هذا المجلد غير موجود.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Find in document</source>
        <translation>بحث في المستند</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} من {total}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>كل الأوامر</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>للقراءة فقط</translation>
    </message>
    <message>
        <source>{name}’s layer</source>
        <translation>طبقة {name}</translation>
    </message>
    <message>
        <source>Review: {names}</source>
        <translation>مراجعة: {names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} من {total} مكتملًا</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>Import the others</source>
        <translation>استيراد البقية</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>قراءة الملفات</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Select text and press a label key, or press Tab for the next suggestion.</source>
        <translation>حدّد نصًّا ثم اضغط مفتاح تسمية، أو اضغط Tab للاقتراح التالي.</translation>
    </message>
    <message>
        <source>All occurrences</source>
        <translation>كل المواضع</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>لا ملاحظة</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>No relations. Press R to add one.</source>
        <translation>لا علاقات. اضغط R لإضافة علاقة.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>No changes yet.</source>
        <translation>لا تعديلات بعد.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>ابحث عن أمر أو مفتاح</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>الأمر</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>اضغط المفاتيح الجديدة هنا</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>بلا مفتاح</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>الأصلي</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>إعادة الكل إلى الأصل</translation>
    </message>
    <message>
        <source>Letters, brackets and digits go by their place on the keyboard, so that they work with Arabic letters too. 1–9 and the letters of the palette label what is selected; with Shift, a second label.</source>
        <translation>تُعرف الحروف والأقواس والأرقام بموضعها على لوحة المفاتيح، فتعمل والتخطيط العربي مفعّل. الأرقام 1–9 وحروف لوح التسميات توسم المحدد، ومع Shift تسمية ثانية.</translation>
    </message>
    <message>
        <source>While borders move</source>
        <translation>أثناء تحريك الحدّين</translation>
    </message>
    <message>
        <source>While a relation is drawn</source>
        <translation>أثناء رسم علاقة</translation>
    </message>
    <message>
        <source>{keys} is the key of “{action}”. Give that one another key first.</source>
        <translation>{keys} مفتاح «{action}». غيّر مفتاح ذاك أولًا.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Filter labels</source>
        <translation>تصفية التسميات</translation>
    </message>
    <message>
        <source>No label matches.</source>
        <translation>لا تسمية بهذا الاسم.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التسميات</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Nobody else has begun this document.</source>
        <translation>لم يبدأ أحد غيرك هذا المستند.</translation>
    </message>
    <message>
        <source>{name}’s layer: it is only shown.</source>
        <translation>طبقة {name}: للعرض فقط.</translation>
    </message>
    <message>
        <source>Blind: others’ layers are hidden until your own is done.</source>
        <translation>وضع مستقل: طبقات الآخرين مخفية حتى تكتمل طبقتك.</translation>
    </message>
    <message>
        <source>Not blind: all layers can be seen.</source>
        <translation>انتهى الوضع المستقل: كل الطبقات ظاهرة.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Blind: first your own layer of this document must be done.</source>
        <translation>وضع مستقل: أكمل طبقتك في هذا المستند أولًا.</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Learning from what was read</source>
        <translation>يتعلّم مما قُرئ</translation>
    </message>
    <message>
        <source>Nothing is learnt yet: it takes 20 sentences that are read.</source>
        <translation>لم يُتعلَّم شيء بعد: يلزم أن تُقرأ 20 جملة.</translation>
    </message>
    <message>
        <source>Looking for what there is most to learn from</source>
        <translation>يبحث عن المستندات الأكثر إفادة</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>nested</source>
        <translation>متداخل</translation>
    </message>
    <message>
        <source>crossing</source>
        <translation>متقاطع</translation>
    </message>
    <message>
        <source>same borders</source>
        <translation>الحدّان متطابقان</translation>
    </message>
    <message>
        <source>in several pieces</source>
        <translation>من عدة أجزاء</translation>
    </message>
    <message>
        <source>inside a word</source>
        <translation>داخل كلمة</translation>
    </message>
    <message>
        <source>white space at the border</source>
        <translation>فراغ عند الحد</translation>
    </message>
    <message>
        <source>no token in it</source>
        <translation>لا وحدة نصية فيه</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>علاقة</translation>
    </message>
    <message>
        <source>relation without its span</source>
        <translation>علاقة بلا كيانها</translation>
    </message>
    <message>
        <source>relation over a sentence border</source>
        <translation>علاقة بين جملتين</translation>
    </message>
    <message>
        <source>attribute of a span</source>
        <translation>سمة كيان</translation>
    </message>
    <message>
        <source>note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>مكرّر</translation>
    </message>
    <message>
        <source>attribute of a relation</source>
        <translation>سمة علاقة</translation>
    </message>
    <message>
        <source>details of the document</source>
        <translation>تفاصيل المستند</translation>
    </message>
    <message>
        <source>name of the document</source>
        <translation>اسم المستند</translation>
    </message>
    <message>
        <source>empty document</source>
        <translation>مستند فارغ</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>لم يُنقل</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>قُلّم</translation>
    </message>
    <message>
        <source>widened to the word</source>
        <translation>وُسّع إلى الكلمة</translation>
    </message>
    <message>
        <source>in an extra column</source>
        <translation>في عمود إضافي</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>File</source>
        <translation>ملف</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>توسيم</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>اقتراحات</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>مراجعة</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>مساعدة</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>نوع العلاقة</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Place names</source>
        <translation>أسماء الأماكن</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>النموذج الأولي</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>اختياري</translation>
    </message>
    <message>
        <source>{model} is removed.</source>
        <translation>حُذف {model}.</translation>
    </message>
    <message>
        <source>Downloading CAMeL-Tools NER</source>
        <translation>تنزيل CAMeL-Tools NER</translation>
    </message>
    <message>
        <source>Installing the model</source>
        <translation>تثبيت النموذج</translation>
    </message>
    <message>
        <source>Cancelled. What was downloaded is kept and continued next time.</source>
        <translation>أُلغي. ما نُزّل محفوظ، ويُستأنف تنزيله في المرة القادمة.</translation>
    </message>
    <message>
        <source>{model} is installed ({size} MB).</source>
        <translation>ثُبّت {model} ({size} م.ب).</translation>
    </message>
    <message>
        <source>It is used whenever suggestions are made in this project.</source>
        <translation>سيُستعمل في هذا المشروع كلّما قُدّمت اقتراحات.</translation>
    </message>
    <message>
        <source>Use it in this project</source>
        <translation>استعماله في هذا المشروع</translation>
    </message>
    <message>
        <source>A neural model that is better at people, places and organisations, and slower. It runs on this machine in a process of its own; once it is here, no network is needed.</source>
        <translation>نموذج عصبي أدقّ في الأشخاص والأماكن والمنظمات، وأبطأ. يعمل على هذا الجهاز في عملية مستقلة، ولا يحتاج إلى الشبكة بعد تنزيله.</translation>
    </message>
    <message>
        <source>Use it in this project whenever suggestions are made</source>
        <translation>استعماله في هذا المشروع مع كل اقتراح</translation>
    </message>
    <message>
        <source>Suggest for all documents now</source>
        <translation>اقتراح لكل المستندات الآن</translation>
    </message>
    <message>
        <source>People, places and organisations</source>
        <translation>الأشخاص والأماكن والمنظمات</translation>
    </message>
    <message>
        <source>Morphology: cuts words at their clitics</source>
        <translation>الصرف: يفصل الكلمات عن لواصقها</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} م.ب</translation>
    </message>
    <message>
        <source>{what} – installed</source>
        <translation>{what} – مثبّت</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>الترخيص: {licence}</translation>
    </message>
    <message>
        <source>No licence stated</source>
        <translation>لم يُذكر ترخيص</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Installed by CAMeL-Tools itself: it can be removed there.</source>
        <translation>ثبّته CAMeL-Tools نفسه، ويُحذف من هناك.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Downloads are switched off on this machine.</source>
        <translation>التنزيل معطّل على هذا الجهاز.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>اختيار مجلد…</translation>
    </message>
    <message>
        <source>Choose a zip…</source>
        <translation>اختيار ملف zip…</translation>
    </message>
    <message>
        <source>Run it in 8 bits: several times as fast, nearly the same suggestions</source>
        <translation>تشغيله بدقة 8 بت: أسرع أضعافًا، والاقتراحات نفسها تقريبًا</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>Download or choose a model first.</source>
        <translation>نزّل نموذجًا أو اختره أولًا.</translation>
    </message>
    <message>
        <source>The model’s folder</source>
        <translation>مجلد النموذج</translation>
    </message>
    <message>
        <source>The model’s zip file</source>
        <translation>ملف zip للنموذج</translation>
    </message>
</context>
<context>
    <name>Need</name>
    <message>
        <source>Open a project first.</source>
        <translation>افتح مشروعًا أولًا.</translation>
    </message>
    <message>
        <source>The project is open read-only.</source>
        <translation>المشروع مفتوح للقراءة فقط.</translation>
    </message>
    <message>
        <source>Choose a document first.</source>
        <translation>اختر مستندًا أولًا.</translation>
    </message>
    <message>
        <source>This is another annotator’s layer: it is only shown.</source>
        <translation>هذه طبقة موسِّم آخر: للعرض فقط.</translation>
    </message>
    <message>
        <source>This document is locked.</source>
        <translation>هذا المستند مقفل.</translation>
    </message>
    <message>
        <source>Select text first.</source>
        <translation>حدّد نصًّا أولًا.</translation>
    </message>
    <message>
        <source>Select a span first.</source>
        <translation>حدّد كيانًا أولًا.</translation>
    </message>
    <message>
        <source>Select a relation first.</source>
        <translation>حدّد علاقة أولًا.</translation>
    </message>
    <message>
        <source>Go to a suggestion first (Tab).</source>
        <translation>انتقل إلى اقتراح أولًا (Tab).</translation>
    </message>
    <message>
        <source>Select a span or relation first.</source>
        <translation>حدّد كيانًا أو علاقة أولًا.</translation>
    </message>
    <message>
        <source>Select text or a span first.</source>
        <translation>حدّد نصًّا أو كيانًا أولًا.</translation>
    </message>
    <message>
        <source>No pending suggestions in this document.</source>
        <translation>لا اقتراحات معلّقة في هذا المستند.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
    <message>
        <source>Search for something first (Ctrl+F).</source>
        <translation>ابحث عن شيء أولًا (Ctrl+F).</translation>
    </message>
    <message>
        <source>Start the review first (Ctrl+R).</source>
        <translation>ابدأ المراجعة أولًا (Ctrl+R).</translation>
    </message>
    <message>
        <source>Go to a difference in the review first.</source>
        <translation>انتقل إلى اختلاف في المراجعة أولًا.</translation>
    </message>
    <message>
        <source>Open the overview first.</source>
        <translation>افتح النظرة العامة أولًا.</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>إنشاء المشروع</translation>
    </message>
    <message>
        <source>My project</source>
        <translation>مشروعي</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>مجموعة التسميات</translation>
    </message>
    <message>
        <source>Annotator’s name</source>
        <translation>اسم الموسِّم</translation>
    </message>
    <message>
        <source>The name must be one that a file can have.</source>
        <translation>يجب أن يصلح الاسم اسمًا لملف.</translation>
    </message>
    <message>
        <source>Whose project is it? A name is needed.</source>
        <translation>لمن المشروع؟ الاسم مطلوب.</translation>
    </message>
    <message>
        <source>A project of that name is there already.</source>
        <translation>يوجد مشروع بهذا الاسم.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Question to the lead</source>
        <translation>سؤال إلى المشرف</translation>
    </message>
    <message>
        <source>Select a span or go to a suggestion first.</source>
        <translation>حدّد كيانًا أو انتقل إلى اقتراح أولًا.</translation>
    </message>
    <message>
        <source>The label set has no guidelines for {label}.</source>
        <translation>لا دليل لـ{label} في مجموعة التسميات.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>Occurrences</name>
    <message>
        <source>It stands nowhere else in this document.</source>
        <translation>لا موضع آخر له في هذا المستند.</translation>
    </message>
    <message>
        <source>Labelling all occurrences</source>
        <translation>توسيم كل المواضع</translation>
    </message>
    <message>
        <source>Labelled: {spans}.</source>
        <translation>وُسم: {spans}.</translation>
    </message>
    <message>
        <source>Labelled: {spans} in {documents}.</source>
        <translation>وُسم: {spans} ({documents}).</translation>
    </message>
    <message>
        <source>All occurrences</source>
        <translation>كل المواضع</translation>
    </message>
    <message>
        <source>Label them</source>
        <translation>توسيمها</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>في هذا المستند</translation>
    </message>
    <message>
        <source>In all documents</source>
        <translation>في كل المستندات</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>نطاق البحث</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>It stands nowhere else.</source>
        <translation>لا موضع آخر له.</translation>
    </message>
    <message>
        <source>{ticked} of {places}</source>
        <translation>{places} (المؤشَّر {ticked})</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>done</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>مقفل</translation>
    </message>
    <message>
        <source>annotated by others</source>
        <translation>يوسّمه آخرون</translation>
    </message>
    <message>
        <source>already {label}</source>
        <translation>موسوم: {label}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Counting</source>
        <translation>حساب الأرقام</translation>
    </message>
    <message>
        <source>Comparing two annotators</source>
        <translation>مقارنة موسِّمَين</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>حفظ الصورة</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>حفظ الأرقام</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>حُفظ: {file}</translation>
    </message>
    <message>
        <source>Two annotators must have begun a document.</source>
        <translation>يظهر الاتفاق بعد أن يبدأ موسِّمان مستندًا واحدًا.</translation>
    </message>
    <message>
        <source>Choose a cell of the agreement.</source>
        <translation>اختر خلية من جدول الاتفاق.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>الاتفاق</translation>
    </message>
    <message>
        <source>Label against label</source>
        <translation>تسمية مقابل تسمية</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <translation>الاتفاق بالتسمية</translation>
    </message>
    <message>
        <source>F1, spans of both</source>
        <translation>‏F1 وعدد كيانات الاثنين</translation>
    </message>
    <message>
        <source>F1 of borders and labels</source>
        <translation>بالحدود والتسمية (F1)</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>المواضع</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>غير معرَّف</translation>
    </message>
    <message>
        <source>Krippendorff’s α of all: {alpha}</source>
        <translation>ألفا كريبندورف للجميع: {alpha}</translation>
    </message>
    <message>
        <source>rows: {a}, columns: {b}</source>
        <translation>الصفوف: {a}، الأعمدة: {b}</translation>
    </message>
    <message>
        <source>{a} and {b}: {documents}, {differences}; left out: {dropped}</source>
        <translation>{a} و{b}: {documents}، {differences}، خارج الحساب: {dropped}</translation>
    </message>
    <message>
        <source>F1 exact {exact} · clitic {clitic} · overlapping {relaxed} · without label {free}</source>
        <translation>مقياس F1: تامّ {exact} · بتجاهل اللواصق {clitic} · بالتداخل {relaxed} · بلا تسمية {free}</translation>
    </message>
    <message>
        <source>κ of tokens {kappa} · relations F1 {f1} · κ of relation types {types}</source>
        <translation>الوحدات النصية κ {kappa} · العلاقات F1 {f1} · أنواع العلاقات κ {types}</translation>
    </message>
    <message>
        <source>Save the picture (PNG, SVG)</source>
        <translation>حفظ الصورة (PNG أو SVG)</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)</source>
        <translation>حفظ الأرقام (CSV)</translation>
    </message>
    <message>
        <source>Numbers appear after the first finished document.</source>
        <translation>تظهر الأرقام بعد أول مستند مكتمل.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>العدد</translation>
    </message>
    <message>
        <source>What</source>
        <translation>البند</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>No spans marked in these days.</source>
        <translation>لم تُوسَم كيانات في هذه الأيام.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>المصدر</translation>
    </message>
    <message>
        <source>Accepted as they were</source>
        <translation>قُبلت كما هي</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>عُدّلت</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>رُفضت</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>المقبول</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>none decided</source>
        <translation>لم يُحسم شيء</translation>
    </message>
    <message>
        <source>Switched on: suggestions are made.</source>
        <translation>مفعّل: تُقدَّم الاقتراحات.</translation>
    </message>
    <message>
        <source>Switched off: no suggestions are made.</source>
        <translation>معطّل: لا تُقدَّم اقتراحات.</translation>
    </message>
    <message>
        <source>No suggestions decided yet.</source>
        <translation>لم يُحسم أي اقتراح بعد.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>المستندات</translation>
    </message>
    <message>
        <source>Spans a day</source>
        <translation>الكيانات في اليوم</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>التسميات</translation>
    </message>
    <message>
        <source>Right suggestions</source>
        <translation>صحة الاقتراحات</translation>
    </message>
    <message>
        <source>accepted as they were, of those decided</source>
        <translation>المقبول كما هو من الاقتراحات المحسومة</translation>
    </message>
    <message>
        <source>and {labels} more, together {spans}</source>
        <translation>وغيرها: {labels}، مجموعها {spans}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Right suggestions by source</source>
        <translation>صحة الاقتراحات بحسب المصدر</translation>
    </message>
    <message>
        <source>lighter: edited; the box switches suggestions on and off</source>
        <translation>اللون الفاتح: المعدّل؛ والمربّع يفعّل الاقتراحات ويعطّلها</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>الموسِّم</translation>
    </message>
    <message>
        <source>Export the numbers (CSV)</source>
        <translation>تصدير الأرقام (CSV)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
    <message>
        <source>All annotators</source>
        <translation>كل الموسِّمين</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>الكيانات</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>العلاقات</translation>
    </message>
    <message>
        <source>Pending suggestions</source>
        <translation>اقتراحات معلّقة</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>No command by that name.</source>
        <translation>لا أمر بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Projects and texts (*.tawsim *);;Projects (*.tawsim)</source>
        <translation>مشاريع ونصوص (*.tawsim *);;مشاريع (*.tawsim)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>لا نص في الحافظة.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>نص ملصق</translation>
    </message>
</context>
<context>
    <name>ReadOnly</name>
    <message>
        <source>Opened read-only: the file is write-protected.</source>
        <translation>فُتح للقراءة فقط: الملف محمي من الكتابة.</translation>
    </message>
    <message>
        <source>Opened read-only: the folder is write-protected.</source>
        <translation>فُتح للقراءة فقط: المجلد محمي من الكتابة.</translation>
    </message>
    <message>
        <source>Opened read-only: {who} has it open.</source>
        <translation>فُتح للقراءة فقط: المشروع مفتوح عند {who}.</translation>
    </message>
    <message>
        <source>Opened read-only: {who}</source>
        <translation>فُتح للقراءة فقط: {who}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Still open: {what}. Press again to finish all the same.</source>
        <translation>بقي مفتوحًا: {what}. اضغط مرة أخرى للإكمال مع ذلك.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>This is the last document.</source>
        <translation>هذا آخر مستند.</translation>
    </message>
    <message>
        <source>This is the first document.</source>
        <translation>هذا أول مستند.</translation>
    </message>
    <message>
        <source>Undone: {step}.</source>
        <translation>تُراجع عن: {step}.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>لا شيء للتراجع عنه</translation>
    </message>
    <message>
        <source>Redone: {step}.</source>
        <translation>أُعيد: {step}.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>لا شيء لإعادته</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>All agree; not in the gold layer yet.</source>
        <translation>اتفق الجميع عليه، ولم يُعتمد في المرجع بعد.</translation>
    </message>
    <message>
        <source>Not merged: same label, other borders.</source>
        <translation>لم يُدمج: التسمية واحدة والحدود مختلفة.</translation>
    </message>
    <message>
        <source>Not merged: a clitic is inside in one and outside in the other.</source>
        <translation>لم يُدمج: اللاصقة داخل الكيان في نسخة وخارجه في أخرى.</translation>
    </message>
    <message>
        <source>Not merged: same borders, other labels.</source>
        <translation>لم يُدمج: الحدّان متطابقان والتسميتان مختلفتان.</translation>
    </message>
    <message>
        <source>Not merged: not all have marked it.</source>
        <translation>لم يُدمج: لم يسِمه الجميع.</translation>
    </message>
    <message>
        <source>Not merged: type or direction differ, or not all have drawn it.</source>
        <translation>لم يُدمج: النوع أو الاتجاه مختلف، أو لم يرسمها الجميع.</translation>
    </message>
    <message>
        <source>Not merged: only one has read this sentence.</source>
        <translation>لم يُدمج: لم يقرأ هذه الجملة إلا واحد.</translation>
    </message>
    <message>
        <source>Not merged: an end of the relation is not decided yet.</source>
        <translation>لم تُدمج: لم يُحسم أحد طرفي العلاقة بعد.</translation>
    </message>
    <message>
        <source>Not merged: an end of the relation was not chosen.</source>
        <translation>لم تُدمج: لم يُعتمد أحد طرفي العلاقة.</translation>
    </message>
    <message>
        <source>Open again: what was decided has been removed from the gold layer.</source>
        <translation>فُتح من جديد: حُذف من المرجع ما كان قد اعتُمد.</translation>
    </message>
</context>
<context>
    <name>Receive</name>
    <message>
        <source>{name}’s file</source>
        <translation>ملف {name}</translation>
    </message>
    <message>
        <source>Receive the layers</source>
        <translation>دمج الطبقات</translation>
    </message>
    <message>
        <source>Take {name}’s layers into this project, or open the file itself?</source>
        <translation>أتُدمج طبقات {name} في هذا المشروع أم يُفتح الملف نفسه؟</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>فتح الملف</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>That span is not there any more.</source>
        <translation>لم يعد ذلك الكيان موجودًا.</translation>
    </message>
    <message>
        <source>That relation is not there any more.</source>
        <translation>لم تعد تلك العلاقة موجودة.</translation>
    </message>
    <message>
        <source>This document is locked.</source>
        <translation>هذا المستند مقفل.</translation>
    </message>
    <message>
        <source>The borders would not leave any text.</source>
        <translation>لا يبقى بين الحدّين نص.</translation>
    </message>
    <message>
        <source>A span with these borders and this label is there already.</source>
        <translation>يوجد كيان بهذين الحدّين وهذه التسمية.</translation>
    </message>
    <message>
        <source>A span of several pieces has no two borders to move.</source>
        <translation>لا يُحرَّك حدّا كيان من عدة أجزاء.</translation>
    </message>
    <message>
        <source>A relation joins two spans of one layer.</source>
        <translation>العلاقة تصل بين كيانين من طبقة واحدة.</translation>
    </message>
    <message>
        <source>A relation needs two spans.</source>
        <translation>العلاقة تحتاج إلى كيانين.</translation>
    </message>
    <message>
        <source>The label set does not allow this relation here.</source>
        <translation>لا تسمح مجموعة التسميات بهذه العلاقة هنا.</translation>
    </message>
    <message>
        <source>This relation is there already.</source>
        <translation>هذه العلاقة موجودة.</translation>
    </message>
    <message>
        <source>That is no name for an annotator.</source>
        <translation>لا يصلح هذا اسمًا لموسِّم.</translation>
    </message>
    <message>
        <source>This is another annotator’s layer: it is only shown.</source>
        <translation>هذه طبقة موسِّم آخر: للعرض فقط.</translation>
    </message>
    <message>
        <source>A layer has changed in the meantime. Look again, then decide.</source>
        <translation>تغيّرت طبقة في هذه الأثناء. انظر من جديد ثم احسم.</translation>
    </message>
    <message>
        <source>This annotator has no version of that.</source>
        <translation>ليس لهذا الموسِّم نسخة هنا.</translation>
    </message>
    <message>
        <source>An end of this relation is not decided yet. R takes the ends as well.</source>
        <translation>لم يُحسم أحد طرفي العلاقة بعد. المفتاح R يعتمد الطرفين أيضًا.</translation>
    </message>
    <message>
        <source>An end of this relation was not chosen. R takes the ends as well.</source>
        <translation>لم يُعتمد أحد طرفي العلاقة. المفتاح R يعتمد الطرفين أيضًا.</translation>
    </message>
    <message>
        <source>This has changed in the meantime. Nothing was written; try again.</source>
        <translation>تغيّر هذا في الأثناء. لم يُكتب شيء؛ أعد المحاولة.</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>The label set allows no relation from here.</source>
        <translation>لا تسمح مجموعة التسميات بعلاقة من هنا.</translation>
    </message>
    <message>
        <source>Relation added: {type}.</source>
        <translation>أُضيفت علاقة: {type}.</translation>
    </message>
    <message>
        <source>The label set allows no relation between these two.</source>
        <translation>لا تسمح مجموعة التسميات بعلاقة بين هذين.</translation>
    </message>
    <message>
        <source>No type that is allowed goes the other way.</source>
        <translation>لا نوع مسموحًا به في الاتجاه الآخر.</translation>
    </message>
    <message>
        <source>{head} — {type} → {tail}</source>
        <translation>{head} — {type} ← {tail}</translation>
    </message>
    <message>
        <source>  (type {n} of {count})</source>
        <translation>  (النوع {n} من {count})</translation>
    </message>
    <message>
        <source>Turned round.</source>
        <translation>عُكس الاتجاه.</translation>
    </message>
    <message>
        <source>No other type is allowed between these two.</source>
        <translation>لا نوع آخر مسموح به بين هذين.</translation>
    </message>
    <message>
        <source>Type changed.</source>
        <translation>غُيّر النوع.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Comment for the annotators</source>
        <translation>تعليق للموسِّمين</translation>
    </message>
    <message>
        <source>{a} and {b} in this document</source>
        <translation>{a} و{b} في هذا المستند</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>غير معرَّف</translation>
    </message>
    <message>
        <source>Take what all agree on ({count})</source>
        <translation>اعتماد المتفق عليه ({count})</translation>
    </message>
    <message>
        <source>No differences: the layers agree.</source>
        <translation>لا اختلافات: الطبقات متطابقة.</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} من {total}</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>حُسم: {what}</translation>
    </message>
    <message>
        <source>The text with its lanes</source>
        <translation>النص وطبقاته</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>الاختلافات</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>تصفية</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>الطبقات</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>المرجع</translation>
    </message>
    <message>
        <source>{done} of {total} decided</source>
        <translation>{done} من {total} محسومة</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Take {name}’s version</source>
        <translation>اعتماد نسخة {name}</translation>
    </message>
    <message>
        <source>None, as {name} has it</source>
        <translation>لا شيء، كما عند {name}</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>غير مقروء</translation>
    </message>
    <message>
        <source>marked by hand</source>
        <translation>وُسم يدويًّا</translation>
    </message>
    <message>
        <source>accepted from {source}, {score}</source>
        <translation>قُبل من {source}، {score}</translation>
    </message>
    <message>
        <source>There is nothing to compare: two annotators must have begun this document.</source>
        <translation>لا شيء للمقارنة: يلزم أن يبدأ موسِّمان هذا المستند.</translation>
    </message>
    <message>
        <source>Decided by rule: {count}.</source>
        <translation>حُسم بالقاعدة: {count}.</translation>
    </message>
    <message>
        <source>Looking for the same question in all documents</source>
        <translation>البحث عن السؤال نفسه في كل المستندات</translation>
    </message>
    <message>
        <source>Deciding by rule</source>
        <translation>الحسم بالقاعدة</translation>
    </message>
    <message>
        <source>Nothing new that this rule decides.</source>
        <translation>لا جديد تحسمه هذه القاعدة.</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>all agree</source>
        <translation>باتفاق الجميع</translation>
    </message>
    <message>
        <source>by majority</source>
        <translation>بالأغلبية</translation>
    </message>
    <message>
        <source>by the clitic rule</source>
        <translation>بقاعدة اللواصق</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Annotator’s name</source>
        <translation>اسم الموسِّم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>لغة الواجهة</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>واسع</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>ضيّق</translation>
    </message>
    <message>
        <source>very wide</source>
        <translation>واسع جدًّا</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>ضيّق</translation>
    </message>
    <message>
        <source>by paragraph</source>
        <translation>حسب الفقرة</translation>
    </message>
    <message>
        <source>right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>خط النص</translation>
    </message>
    <message>
        <source>Numerals</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>تباعد الأسطر</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>عرض النص</translation>
    </message>
    <message>
        <source>Direction of the text</source>
        <translation>اتجاه النص</translation>
    </message>
    <message>
        <source>Set for this machine by whoever looks after it.</source>
        <translation>ضبطه لهذا الجهاز المسؤول عنه.</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>{percent} of {n}</source>
        <translation>{percent} من {n}</translation>
    </message>
    <message>
        <source>as they were: {accepted} · edited: {edited} · rejected: {rejected}</source>
        <translation>كما هي: {accepted} · معدّلة: {edited} · مرفوضة: {rejected}</translation>
    </message>
    <message>
        <source>left to what was learnt</source>
        <translation>متروكة لما تُعلّم هنا</translation>
    </message>
    <message>
        <source>Too little of what this source alone suggested for the label was right, so what was learnt decides. It is counted anew at each training; with “what was learnt here” switched off, the source suggests it again.</source>
        <translation>قلّ الصواب فيما اقترحه هذا المصدر وحده بهذه التسمية، فالحكم لما تُعلّم هنا. يُعاد العدّ مع كل تدريب، وإن أُوقف «ما تُعلّم هنا» عاد المصدر إلى اقتراحها.</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>place names</source>
        <translation>أسماء الأماكن</translation>
    </message>
    <message>
        <source>the starter model</source>
        <translation>النموذج الأولي</translation>
    </message>
    <message>
        <source>what was learnt here</source>
        <translation>ما تُعلّم هنا</translation>
    </message>
    <message>
        <source>own lists</source>
        <translation>القوائم الخاصة</translation>
    </message>
    <message>
        <source>what was decided elsewhere</source>
        <translation>ما حُسم في مواضع أخرى</translation>
    </message>
    <message>
        <source>CAMeL-Tools</source>
        <translation>CAMeL-Tools</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <source>Counting what was accepted</source>
        <translation>عدّ الاقتراحات المقبولة</translation>
    </message>
    <message>
        <source>The sources are kept. All suggestions are made anew by the new labels.</source>
        <translation>حُفظت المصادر، وتُعاد الاقتراحات كلها بالتسميات الجديدة.</translation>
    </message>
    <message>
        <source>The sources are kept. For other documents, suggest again (Ctrl+Shift+J).</source>
        <translation>حُفظت المصادر. للمستندات الأخرى اطلب الاقتراحات من جديد (Ctrl+Shift+J).</translation>
    </message>
    <message>
        <source>“{source}” suggests “{label}” again: now here, elsewhere with Ctrl+Shift+J.</source>
        <translation>يعود المصدر «{source}» إلى اقتراح «{label}»: هنا الآن، وفي سائر المستندات بـCtrl+Shift+J.</translation>
    </message>
    <message>
        <source>“{source}” suggests again: now here, elsewhere with Ctrl+Shift+J.</source>
        <translation>يعود المصدر «{source}» إلى الاقتراح: هنا الآن، وفي سائر المستندات بـCtrl+Shift+J.</translation>
    </message>
    <message>
        <source>“{source}” does not suggest “{label}” any more; what is pending is taken back.</source>
        <translation>لا اقتراح لـ«{label}» من «{source}» بعد الآن، ويُسحب المعلّق منه.</translation>
    </message>
    <message>
        <source>“{source}” does not suggest any more; what is pending is taken back.</source>
        <translation>لا اقتراحات من «{source}» بعد الآن، ويُسحب المعلّق منها.</translation>
    </message>
    <message>
        <source>Taking back what is switched off</source>
        <translation>سحب الاقتراحات المعطّلة</translation>
    </message>
    <message>
        <source>No words of your own yet. Add one, or take a CSV file: text, label.</source>
        <translation>لا كلمات خاصة بك بعد. أضف كلمة، أو خذها من ملف CSV: نص، تسمية.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>كلماتك الخاصة</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>From a CSV file…</source>
        <translation>من ملف CSV…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>حفظ بصيغة CSV…</translation>
    </message>
    <message>
        <source>{file} is no UTF-8 text.</source>
        <translation>الملف {file} ليس نصًّا بترميز UTF-8.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>حُفظ: {file}</translation>
    </message>
    <message>
        <source>A CSV file: text, label</source>
        <translation>ملف CSV: نص، تسمية</translation>
    </message>
    <message>
        <source>Save your own words</source>
        <translation>حفظ كلماتك الخاصة</translation>
    </message>
    <message>
        <source>words</source>
        <translation>كلماتي</translation>
    </message>
    <message>
        <source>Sources of suggestions</source>
        <translation>مصادر الاقتراحات</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>Labels of the models</source>
        <translation>تسميات النماذج</translation>
    </message>
    <message>
        <source>There is no word in {text}.</source>
        <translation>لا كلمة في {text}.</translation>
    </message>
    <message>
        <source>Labels that may come from “{source}”; press one to leave it out or let it in:</source>
        <translation>التسميات المسموح بها من «{source}»؛ اضغط تسميةً لتستبعدها أو تسمح بها:</translation>
    </message>
    <message>
        <source>Percentages: accepted as they were, of those decided.</source>
        <translation>النِّسَب: ما قُبل كما هو ممّا حُسم.</translation>
    </message>
    <message>
        <source>None of its suggestions is decided yet.</source>
        <translation>لم يُحسم شيء من اقتراحاته بعد.</translation>
    </message>
    <message>
        <source>Place names, the starter model and CAMeL-Tools have labels of their own. Choose what each becomes in this project; one that becomes nothing here is left out, and the window says how often.</source>
        <translation>لأسماء الأماكن والنموذج الأولي وCAMeL-Tools تسمياتها الخاصة. اختر مقابل كل تسمية في هذا المشروع؛ وما لا مقابل له يُستبعد، وتذكر النافذة عدد مرّاته.</translation>
    </message>
    <message>
        <source>Label of the model</source>
        <translation>تسمية النموذج</translation>
    </message>
    <message>
        <source>Label in this project</source>
        <translation>التسمية في هذا المشروع</translation>
    </message>
    <message>
        <source>Restore all defaults</source>
        <translation>استعادة القيم الأصلية كلها</translation>
    </message>
    <message>
        <source>Restore the default: {label}</source>
        <translation>استعادة القيمة الأصلية: {label}</translation>
    </message>
    <message>
        <source>not in this label set</source>
        <translation>ليست في مجموعة التسميات</translation>
    </message>
    <message>
        <source>What {label} becomes</source>
        <translation>مقابل {label}</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>تُستبعد</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>Select text or a span first.</source>
        <translation>حدّد نصًّا أو كيانًا أولًا.</translation>
    </message>
    <message>
        <source>The label is now {label}.</source>
        <translation>صارت التسمية: {label}.</translation>
    </message>
    <message>
        <source>There is no clitic at this border.</source>
        <translation>لا لاصقة عند هذا الحد.</translation>
    </message>
    <message>
        <source>Relation deleted.</source>
        <translation>حُذفت العلاقة.</translation>
    </message>
    <message>
        <source>Span deleted.</source>
        <translation>حُذف الكيان.</translation>
    </message>
    <message>
        <source>There is no name inside this one to peel.</source>
        <translation>لا اسم داخل هذا الكيان ليُقشّر.</translation>
    </message>
    <message>
        <source>Peeled: {spans}.</source>
        <translation>قُشّر: {spans}.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Welcome to Tawsim</source>
        <translation>أهلًا بك في توسيم</translation>
    </message>
    <message>
        <source>Annotate entities and relations in Arabic text, and review them with your colleagues. All you do stays on your machine.</source>
        <translation>توسيم الكيانات والعلاقات في النصوص العربية، ومراجعتها مع زملائك. كل ما تعمله يبقى على جهازك.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>فتح العيّنة</translation>
    </message>
    <message>
        <source>A short article with its suggestions; Help has a two-minute tour on it</source>
        <translation>مقال قصير باقتراحاته، وجولة في دقيقتين من قائمة المساعدة</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>مشروع جديد</translation>
    </message>
    <message>
        <source>Choose a label set, then add documents</source>
        <translation>اختر مجموعة تسميات ثم أضف المستندات</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>فتح…</translation>
    </message>
    <message>
        <source>A project, or files of any format that is known</source>
        <translation>مشروع، أو ملفات بأي صيغة معروفة، أو مجلد</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>لصق نص</translation>
    </message>
    <message>
        <source>Makes a project of the text that you copied</source>
        <translation>ينشئ مشروعًا من النص الذي نسخته</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>المشروعات الأخيرة</translation>
    </message>
    <message>
        <source>or drop files or a folder anywhere on the window</source>
        <translation>أو أسقط ملفات أو مجلدًا في أي موضع من النافذة</translation>
    </message>
    <message>
        <source>Annotator’s name</source>
        <translation>اسم الموسِّم</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>لغة الواجهة</translation>
    </message>
    <message>
        <source>The name is kept with every change; it can be changed later.</source>
        <translation>يُسجَّل الاسم مع كل تعديل، ويمكن تغييره لاحقًا.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>No projects yet. Each project you open appears here.</source>
        <translation>لا مشروعات بعد. يظهر هنا كل مشروع تفتحه.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>not in this copy</source>
        <translation>غير موجود في هذه النسخة</translation>
    </message>
    <message>
        <source>A model that is better at people, places and organisations. It runs on your machine once it is there.</source>
        <translation>نموذج أدقّ للأشخاص والأماكن والمنظمات. يعمل على جهازك بعد تنزيله مرة واحدة.</translation>
    </message>
    <message>
        <source>Set it up…</source>
        <translation>إعداده…</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>To do</source>
        <translation>لم يبدأ</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>مقفل</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Label</source>
        <translation>تسمية</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>add a span</source>
        <translation>إضافة كيان</translation>
    </message>
    <message>
        <source>add spans</source>
        <translation>إضافة كيانات</translation>
    </message>
    <message>
        <source>move a border</source>
        <translation>تحريك حد</translation>
    </message>
    <message>
        <source>change a label</source>
        <translation>تغيير تسمية</translation>
    </message>
    <message>
        <source>set an attribute</source>
        <translation>ضبط سمة</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>كتابة ملاحظة</translation>
    </message>
    <message>
        <source>delete a span</source>
        <translation>حذف كيان</translation>
    </message>
    <message>
        <source>add a relation</source>
        <translation>إضافة علاقة</translation>
    </message>
    <message>
        <source>change a relation&apos;s type</source>
        <translation>تغيير نوع علاقة</translation>
    </message>
    <message>
        <source>turn a relation round</source>
        <translation>عكس اتجاه علاقة</translation>
    </message>
    <message>
        <source>delete a relation</source>
        <translation>حذف علاقة</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>قبول</translation>
    </message>
    <message>
        <source>accept, corrected</source>
        <translation>قبول مع تصحيح</translation>
    </message>
    <message>
        <source>accept a sentence</source>
        <translation>قبول جملة</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>change a document&apos;s state</source>
        <translation>تغيير حالة مستند</translation>
    </message>
    <message>
        <source>change the label set</source>
        <translation>تغيير مجموعة التسميات</translation>
    </message>
    <message>
        <source>rename an annotator</source>
        <translation>تغيير اسم موسِّم</translation>
    </message>
    <message>
        <source>import</source>
        <translation>استيراد</translation>
    </message>
    <message>
        <source>receive a colleague&apos;s file</source>
        <translation>دمج ملف زميل</translation>
    </message>
    <message>
        <source>adjudicate</source>
        <translation>حسم</translation>
    </message>
    <message>
        <source>decide by rule</source>
        <translation>حسم بالقاعدة</translation>
    </message>
    <message>
        <source>open a decision again</source>
        <translation>إعادة فتح حسم</translation>
    </message>
    <message>
        <source>add an annotator</source>
        <translation>إضافة موسِّم</translation>
    </message>
    <message>
        <source>comment for the annotators</source>
        <translation>تعليق للموسِّمين</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>«{text}»</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>إغلاق الرسالة</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Nothing is open in this document.</source>
        <translation>لا شيء مفتوح في هذا المستند.</translation>
    </message>
    <message>
        <source>Rejected: {text} ({label}).</source>
        <translation>رُفض الاقتراح {text} ({label}).</translation>
    </message>
    <message>
        <source>in this sentence: {n}</source>
        <translation>في هذه الجملة: {n}</translation>
    </message>
    <message>
        <source>Cancelled. The suggestions that came stay.</source>
        <translation>أُلغي. الاقتراحات التي وصلت باقية.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Left out, because the label set lacks them: {labels}.</source>
        <translation>استُبعد ما لا مقابل له في مجموعة التسميات: {labels}.</translation>
    </message>
    <message>
        <source>No CAMeL-Tools model is installed.</source>
        <translation>لا نموذج مثبّتًا لـCAMeL-Tools.</translation>
    </message>
    <message>
        <source>Labels of the models…</source>
        <translation>تسميات النماذج…</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>الحصول على نموذج…</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>إعادة الاقتراح</translation>
    </message>
    <message>
        <source>CAMeL-Tools broke off; what came stays. {reason}</source>
        <translation>توقّف CAMeL-Tools قبل أن يُتمّ عمله، وما وصل باقٍ. {reason}</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Suggestion {label}: {text}</source>
        <translation>اقتراح {label}: {text}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Suggestions are drawn dashed. {0} goes to the next one: press it.</source>
        <translation>الاقتراحات مرسومة بخط متقطع. {0} ينقلك إلى التالي: اضغطه.</translation>
    </message>
    <message>
        <source>{0} accepts it, {1} rejects it; a rejected one never comes back. Decide on one.</source>
        <translation>{0} يقبله و{1} يرفضه، والمرفوض لا يعود. احسم واحدًا.</translation>
    </message>
    <message>
        <source>{0} accepts all that is left in the sentence and marks it as read.</source>
        <translation>{0} يقبل كل ما بقي في الجملة ويعلّمها مقروءة.</translation>
    </message>
    <message>
        <source>Select a word, by mouse or with Shift and the arrows, and label it with a digit or a palette letter.</source>
        <translation>حدّد كلمة بالفأرة أو بالأسهم مع Shift، ثم وسّمها برقم أو بحرف من لوح التسميات.</translation>
    </message>
    <message>
        <source>{0} takes a clitic such as و out of the span, or in again; {1} lets the arrows move the borders.</source>
        <translation>{0} يُخرج لاصقة مثل الواو من الكيان أو يعيدها إليه، و{1} يجعل الأسهم تحرّك الحدّين.</translation>
    </message>
    <message>
        <source>Relations: on a span press {0}, choose a target with {1}, take it with {2}.</source>
        <translation>العلاقات: اضغط {0} على كيان، واختر الهدف بـ{1}، واعتمده بـ{2}.</translation>
    </message>
    <message>
        <source>All is saved at once. {0} undoes, even after a restart; {1} finds every command.</source>
        <translation>كل شيء محفوظ فورًا. {0} للتراجع ولو بعد إعادة التشغيل، و{1} يجد كل أمر.</translation>
    </message>
    <message>
        <source>{0} shows the keys of where you are. {1}: done, and on to the next document.</source>
        <translation>{0} يعرض مفاتيح موضعك. {1}: مكتمل، ثم المستند التالي.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>إنهاء الجولة</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>جولة</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>You are …?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>هذا أنا</translation>
    </message>
    <message>
        <source>This project was made for you. Your name stands with all that you do.</source>
        <translation>أُعدّ هذا المشروع لك. يظهر اسمك مع كل ما تعمله.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
</context>
</TS>
