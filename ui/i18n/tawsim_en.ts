<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>Tawsim</source>
        <translation>Tawsim</translation>
    </message>
    <message>
        <source>from a checkout</source>
        <translation>from a checkout</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}. MIT licence.</source>
        <translation>Version {version}, with Qt {qt}. MIT licence.</translation>
    </message>
    <message>
        <source>Annotates entities and relations in Arabic text. All you do stays on your machine.</source>
        <translation>Annotates entities and relations in Arabic text. All you do stays on your machine.</translation>
    </message>
</context>
<context>
    <name>Action</name>
    <message>
        <source>Open the sample</source>
        <translation>Open the sample</translation>
    </message>
    <message>
        <source>New project…</source>
        <translation>New project…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Paste text</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Import…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Settings…</translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation>Close the project</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quit</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Find in document</source>
        <translation>Find in document</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Next hit</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>Previous hit</translation>
    </message>
    <message>
        <source>Find in all documents</source>
        <translation>Find in all documents</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Next document</source>
        <translation>Next document</translation>
    </message>
    <message>
        <source>Previous document</source>
        <translation>Previous document</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Next pane</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Previous pane</translation>
    </message>
    <message>
        <source>Back to the text</source>
        <translation>Back to the text</translation>
    </message>
    <message>
        <source>Show or hide the documents</source>
        <translation>Show or hide the documents</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Show or hide the inspector</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normal size</translation>
    </message>
    <message>
        <source>Move the borders</source>
        <translation>Move the borders</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>Borders</translation>
    </message>
    <message>
        <source>Start border a word outward</source>
        <translation>Start border a word outward</translation>
    </message>
    <message>
        <source>Start border</source>
        <translation>Start border</translation>
    </message>
    <message>
        <source>Start border a word inward</source>
        <translation>Start border a word inward</translation>
    </message>
    <message>
        <source>End border a word outward</source>
        <translation>End border a word outward</translation>
    </message>
    <message>
        <source>End border</source>
        <translation>End border</translation>
    </message>
    <message>
        <source>End border a word inward</source>
        <translation>End border a word inward</translation>
    </message>
    <message>
        <source>Clitic in or out at the start border</source>
        <translation>Clitic in or out at the start border</translation>
    </message>
    <message>
        <source>Clitic</source>
        <translation>Clitic</translation>
    </message>
    <message>
        <source>Clitic in or out at the end border</source>
        <translation>Clitic in or out at the end border</translation>
    </message>
    <message>
        <source>Peel: label the inner name too</source>
        <translation>Peel: label the inner name too</translation>
    </message>
    <message>
        <source>Peel</source>
        <translation>Peel</translation>
    </message>
    <message>
        <source>Relation from this span</source>
        <translation>Relation from this span</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>Turn the relation round</source>
        <translation>Turn the relation round</translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation>Turn round</translation>
    </message>
    <message>
        <source>Next type of the relation</source>
        <translation>Next type of the relation</translation>
    </message>
    <message>
        <source>All occurrences</source>
        <translation>All occurrences</translation>
    </message>
    <message>
        <source>Delete the span or relation</source>
        <translation>Delete the span or relation</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Question to the lead</source>
        <translation>Question to the lead</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Guidelines of this label</source>
        <translation>Guidelines of this label</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Guidelines</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>Next span</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>Previous span</translation>
    </message>
    <message>
        <source>Done, next document</source>
        <translation>Done, next document</translation>
    </message>
    <message>
        <source>Back to: in progress</source>
        <translation>Back to: in progress</translation>
    </message>
    <message>
        <source>Lock the document</source>
        <translation>Lock the document</translation>
    </message>
    <message>
        <source>Next open item</source>
        <translation>Next open item</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Previous open item</source>
        <translation>Previous open item</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Accept the sentence, read to here</source>
        <translation>Accept the sentence, read to here</translation>
    </message>
    <message>
        <source>Accept the sentence</source>
        <translation>Accept the sentence</translation>
    </message>
    <message>
        <source>Suggest for this document</source>
        <translation>Suggest for this document</translation>
    </message>
    <message>
        <source>Suggest for all documents</source>
        <translation>Suggest for all documents</translation>
    </message>
    <message>
        <source>Suggest for the selected documents</source>
        <translation>Suggest for the selected documents</translation>
    </message>
    <message>
        <source>Sources of suggestions…</source>
        <translation>Sources of suggestions…</translation>
    </message>
    <message>
        <source>CAMeL-Tools NER…</source>
        <translation>CAMeL-Tools NER…</translation>
    </message>
    <message>
        <source>Show the next annotator’s layer</source>
        <translation>Show the next annotator’s layer</translation>
    </message>
    <message>
        <source>Blind: hide others’ layers until one’s own is done</source>
        <translation>Blind: hide others’ layers until one’s own is done</translation>
    </message>
    <message>
        <source>Hand out…</source>
        <translation>Hand out…</translation>
    </message>
    <message>
        <source>Hand in…</source>
        <translation>Hand in…</translation>
    </message>
    <message>
        <source>Receive a colleague’s file…</source>
        <translation>Receive a colleague’s file…</translation>
    </message>
    <message>
        <source>Review: compare and decide</source>
        <translation>Review: compare and decide</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Take what all agree on, in all documents</source>
        <translation>Take what all agree on, in all documents</translation>
    </message>
    <message>
        <source>Take what most have, in all documents</source>
        <translation>Take what most have, in all documents</translation>
    </message>
    <message>
        <source>Decide clitics by the project’s rule, in all documents</source>
        <translation>Decide clitics by the project’s rule, in all documents</translation>
    </message>
    <message>
        <source>Take this version</source>
        <translation>Take this version</translation>
    </message>
    <message>
        <source>Take it, edited</source>
        <translation>Take it, edited</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Take the relation with its ends</source>
        <translation>Take the relation with its ends</translation>
    </message>
    <message>
        <source>With its ends</source>
        <translation>With its ends</translation>
    </message>
    <message>
        <source>Decide the same everywhere…</source>
        <translation>Decide the same everywhere…</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>Take what all agree on</source>
        <translation>Take what all agree on</translation>
    </message>
    <message>
        <source>Take the agreed</source>
        <translation>Take the agreed</translation>
    </message>
    <message>
        <source>Open the decision again</source>
        <translation>Open the decision again</translation>
    </message>
    <message>
        <source>Comment for the annotators</source>
        <translation>Comment for the annotators</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Next difference</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Previous difference</translation>
    </message>
    <message>
        <source>The lane below</source>
        <translation>The lane below</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Lane</translation>
    </message>
    <message>
        <source>The lane above</source>
        <translation>The lane above</translation>
    </message>
    <message>
        <source>End the review</source>
        <translation>End the review</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Two-minute tour</source>
        <translation>Two-minute tour</translation>
    </message>
    <message>
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
    <message>
        <source>About Tawsim</source>
        <translation>About Tawsim</translation>
    </message>
    <message>
        <source>Border a letter to the left</source>
        <translation>Border a letter to the left</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Border a letter to the right</source>
        <translation>Border a letter to the right</translation>
    </message>
    <message>
        <source>Border a word to the left</source>
        <translation>Border a word to the left</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Border a word to the right</source>
        <translation>Border a word to the right</translation>
    </message>
    <message>
        <source>The other border</source>
        <translation>The other border</translation>
    </message>
    <message>
        <source>End moving the borders</source>
        <translation>End moving the borders</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Next target</source>
        <translation>Next target</translation>
    </message>
    <message>
        <source>Previous target</source>
        <translation>Previous target</translation>
    </message>
    <message>
        <source>Next type</source>
        <translation>Next type</translation>
    </message>
    <message>
        <source>Previous type</source>
        <translation>Previous type</translation>
    </message>
    <message>
        <source>Turn round before taking</source>
        <translation>Turn round before taking</translation>
    </message>
    <message>
        <source>Take this target</source>
        <translation>Take this target</translation>
    </message>
    <message>
        <source>Take it as edited</source>
        <translation>Take it as edited</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Leave it as it was</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Take</translation>
    </message>
    <message>
        <source>No relation</source>
        <translation>No relation</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>Take the ends as well</source>
        <translation>Take the ends as well</translation>
    </message>
    <message>
        <source>Everywhere…</source>
        <translation>Everywhere…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Open again</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Fonts that ship with Tawsim are missing: {files}. Text may look different.</source>
        <translation>Fonts that ship with Tawsim are missing: {files}. Text may look different.</translation>
    </message>
    <message>
        <source>Some settings could not be read and are as delivered again: {names}.</source>
        <translation>Some settings could not be read and are as delivered again: {names}.</translation>
    </message>
    <message>
        <source>Something went wrong in Tawsim ({error}). What you did before is saved.</source>
        <translation>Something went wrong in Tawsim ({error}). What you did before is saved.</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Lead’s comment</source>
        <translation>Lead’s comment</translation>
    </message>
    <message>
        <source>Selected span</source>
        <translation>Selected span</translation>
    </message>
    <message>
        <source>{n} of {count} pending</source>
        <translation>{n} of {count} pending</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Suggestion</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Suggested by {source}</source>
        <translation>Suggested by {source}</translation>
    </message>
    <message>
        <source>Selected relation</source>
        <translation>Selected relation</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>today {time}</translation>
    </message>
    <message>
        <source>undone: {step}</source>
        <translation>undone: {step}</translation>
    </message>
    <message>
        <source>{step} — {name}, {when}</source>
        <translation>{step} — {name}, {when}</translation>
    </message>
</context>
<context>
    <name>Colleagues</name>
    <message>
        <source>Making hand-outs</source>
        <translation>Making hand-outs</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Handed out: {files}</source>
        <translation>Handed out: {files}</translation>
    </message>
    <message>
        <source>Hand in</source>
        <translation>Hand in</translation>
    </message>
    <message>
        <source>Writing the file for the lead</source>
        <translation>Writing the file for the lead</translation>
    </message>
    <message>
        <source>Handed in: {file}. Send it to the lead.</source>
        <translation>Handed in: {file}. Send it to the lead.</translation>
    </message>
    <message>
        <source>Receive a colleague’s file</source>
        <translation>Receive a colleague’s file</translation>
    </message>
    <message>
        <source>Reading a colleague’s file</source>
        <translation>Reading a colleague’s file</translation>
    </message>
    <message>
        <source>{name}: nothing new in that file.</source>
        <translation>{name}: nothing new in that file.</translation>
    </message>
    <message>
        <source>{name}: received {documents}, {spans}, {relations}.</source>
        <translation>{name}: received {documents}, {spans}, {relations}.</translation>
    </message>
    <message>
        <source>Left out: {documents} ({document}: {why}).</source>
        <translation>Left out: {documents} ({document}: {why}).</translation>
    </message>
    <message>
        <source>Labels not in this set: {labels}</source>
        <translation>Labels not in this set: {labels}</translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln span(s)</source>
        <translation>
            <numerusform>%Ln span</numerusform>
            <numerusform>%Ln spans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln relation(s)</source>
        <translation>
            <numerusform>%Ln relation</numerusform>
            <numerusform>%Ln relations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln suggestion(s)</source>
        <translation>
            <numerusform>%Ln suggestion</numerusform>
            <numerusform>%Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pending</source>
        <translation>
            <numerusform>%Ln pending</numerusform>
            <numerusform>%Ln pending</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln finding(s)</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln question</numerusform>
            <numerusform>%Ln questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accepted %Ln suggestion(s), marked as read.</source>
        <translation>
            <numerusform>Accepted %Ln suggestion, marked as read.</numerusform>
            <numerusform>Accepted %Ln suggestions, marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed with %Ln relation(s).</source>
        <translation>
            <numerusform>Removed with %Ln relation.</numerusform>
            <numerusform>Removed with %Ln relations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln loss(es): what this format cannot hold as it is</source>
        <translation>
            <numerusform>%Ln loss: what this format cannot hold as it is</numerusform>
            <numerusform>%Ln losses: what this format cannot hold as it is</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Suggesting for %Ln document(s)</source>
        <translation>
            <numerusform>Suggesting for %Ln document</numerusform>
            <numerusform>Suggesting for %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new suggestion(s).</source>
        <translation>
            <numerusform>%Ln pending suggestion.</numerusform>
            <numerusform>%Ln pending suggestions.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln document(s).</source>
        <translation>
            <numerusform>Imported %Ln document.</numerusform>
            <numerusform>Imported %Ln documents.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hit(s)</source>
        <translation>
            <numerusform>%Ln hit</numerusform>
            <numerusform>%Ln hits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln difference</numerusform>
            <numerusform>%Ln differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln day(s)</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s) left</source>
        <translation>
            <numerusform>%Ln minute left</numerusform>
            <numerusform>%Ln minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s) left</source>
        <translation>
            <numerusform>%Ln second left</numerusform>
            <numerusform>%Ln seconds left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) a second</source>
        <translation>
            <numerusform>%Ln word a second</numerusform>
            <numerusform>%Ln words a second</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionBar</name>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Border</source>
        <translation>Border</translation>
    </message>
    <message>
        <source>Clitic</source>
        <translation>Clitic</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>The borders differ</source>
        <translation>The borders differ</translation>
    </message>
    <message>
        <source>A clitic only</source>
        <translation>A clitic only</translation>
    </message>
    <message>
        <source>The labels differ</source>
        <translation>The labels differ</translation>
    </message>
    <message>
        <source>Missing in one layer</source>
        <translation>Missing in one layer</translation>
    </message>
    <message>
        <source>The relations differ</source>
        <translation>The relations differ</translation>
    </message>
    <message>
        <source>A relation waits for its ends</source>
        <translation>A relation waits for its ends</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>edited</translation>
    </message>
    <message>
        <source>{type}, turned</source>
        <translation>{type}, turned</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Suggest for the selected documents</source>
        <translation>Suggest for the selected documents</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Search results</translation>
    </message>
    <message>
        <source>Find in all documents</source>
        <translation>Find in all documents</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Clear filter</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>In order</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>By name</translation>
    </message>
    <message>
        <source>Most pending</source>
        <translation>Most pending</translation>
    </message>
    <message>
        <source>Most to learn</source>
        <translation>Most to learn</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sort</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Pending</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Differ</source>
        <translation>Differ</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Search ignores harakat, tatweel and alef forms.</source>
        <translation>Nothing found for “{text}”. Search ignores harakat, tatweel and alef forms.</translation>
    </message>
    <message>
        <source>No documents match.</source>
        <translation>No documents match.</translation>
    </message>
    <message>
        <source>No documents yet. Drop files here or choose Import…</source>
        <translation>No documents yet. Drop files here or choose Import…</translation>
    </message>
    <message>
        <source>Comparing the layers of all documents</source>
        <translation>Comparing the layers of all documents</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message>
        <source>Take {name}’s version</source>
        <translation>Take {name}’s version</translation>
    </message>
    <message>
        <source>The same question everywhere</source>
        <translation>The same question everywhere</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Looking for losses</source>
        <translation>Looking for losses</translation>
    </message>
    <message>
        <source>Exported to {file}: {spans}.</source>
        <translation>Exported to {file}: {spans}.</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Exporting</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>gold</translation>
    </message>
    <message>
        <source>words</source>
        <translation>words</translation>
    </message>
    <message>
        <source>words cut at clitics</source>
        <translation>words cut at clitics</translation>
    </message>
    <message>
        <source>Only documents that are done</source>
        <translation>Only documents that are done</translation>
    </message>
    <message>
        <source>Only what was read</source>
        <translation>Only what was read</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Layer</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>Looking for losses…</source>
        <translation>Looking for losses…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>nothing is lost</source>
        <translation>nothing is lost</translation>
    </message>
    <message>
        <source>Export, replacing the old</source>
        <translation>Export, replacing the old</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>User guide</source>
        <translation>User guide</translation>
    </message>
    <message>
        <source>The guide is not in this copy of the program.</source>
        <translation>The guide is not in this copy of the program.</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Hand out</source>
        <translation>Hand out</translation>
    </message>
    <message>
        <source>Make the files</source>
        <translation>Make the files</translation>
    </message>
    <message>
        <source>All documents</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>Documents that are not done</source>
        <translation>Documents that are not done</translation>
    </message>
    <message>
        <source>The document that is shown</source>
        <translation>The document that is shown</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>with the pending suggestions</source>
        <translation>with the pending suggestions</translation>
    </message>
    <message>
        <source>with what was learnt here, to suggest by</source>
        <translation>with what was learnt here, to suggest by</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>To whom</translation>
    </message>
    <message>
        <source>Names with commas between them; each gets a file.</source>
        <translation>Names with commas between them; each gets a file.</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Each document to</source>
        <translation>Each document to</translation>
    </message>
    <message>
        <source>Seed of the distribution</source>
        <translation>Seed of the distribution</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>To whom? A name is needed.</source>
        <translation>To whom? A name is needed.</translation>
    </message>
    <message>
        <source>Every name once; “gold” and “all” are no names.</source>
        <translation>Every name once; “gold” and “all” are no names.</translation>
    </message>
    <message>
        <source>A document cannot go to more people than there are.</source>
        <translation>A document cannot go to more people than there are.</translation>
    </message>
    <message>
        <source>That folder is not there.</source>
        <translation>That folder is not there.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Find in document</source>
        <translation>Find in document</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} of {total}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>All commands</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>{name}’s layer</source>
        <translation>{name}’s layer</translation>
    </message>
    <message>
        <source>Review: {names}</source>
        <translation>Review: {names}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} of {total} done</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import the others</source>
        <translation>Import the others</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Reading files</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Select text and press a label key, or press Tab for the next suggestion.</source>
        <translation>Select text and press a label key, or press Tab for the next suggestion.</translation>
    </message>
    <message>
        <source>All occurrences</source>
        <translation>All occurrences</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>No note</source>
        <translation>No note</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Reject</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>No relations. Press R to add one.</source>
        <translation>No relations. Press R to add one.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>No changes yet.</source>
        <translation>No changes yet.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>Find an action or a key</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Press the new keys here</source>
        <translation>Press the new keys here</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>As delivered</source>
        <translation>As delivered</translation>
    </message>
    <message>
        <source>All as delivered</source>
        <translation>All as delivered</translation>
    </message>
    <message>
        <source>Letters, brackets and digits go by their place on the keyboard, so that they work with Arabic letters too. 1–9 and the letters of the palette label what is selected; with Shift, a second label.</source>
        <translation>Letters, brackets and digits go by their place on the keyboard, so that they work with Arabic letters too. 1–9 and the letters of the palette label what is selected; with Shift, a second label.</translation>
    </message>
    <message>
        <source>While borders move</source>
        <translation>While borders move</translation>
    </message>
    <message>
        <source>While a relation is drawn</source>
        <translation>While a relation is drawn</translation>
    </message>
    <message>
        <source>{keys} is the key of “{action}”. Give that one another key first.</source>
        <translation>{keys} is the key of “{action}”. Give that one another key first.</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Filter labels</source>
        <translation>Filter labels</translation>
    </message>
    <message>
        <source>No label matches.</source>
        <translation>No label matches.</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>Layers</name>
    <message>
        <source>Nobody else has begun this document.</source>
        <translation>Nobody else has begun this document.</translation>
    </message>
    <message>
        <source>{name}’s layer: it is only shown.</source>
        <translation>{name}’s layer: it is only shown.</translation>
    </message>
    <message>
        <source>Blind: others’ layers are hidden until your own is done.</source>
        <translation>Blind: others’ layers are hidden until your own is done.</translation>
    </message>
    <message>
        <source>Not blind: all layers can be seen.</source>
        <translation>Not blind: all layers can be seen.</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Blind: first your own layer of this document must be done.</source>
        <translation>Blind: first your own layer of this document must be done.</translation>
    </message>
</context>
<context>
    <name>Learning</name>
    <message>
        <source>Learning from what was read</source>
        <translation>Learning from what was read</translation>
    </message>
    <message>
        <source>Nothing is learnt yet: it takes 20 sentences that are read.</source>
        <translation>Nothing is learnt yet: it takes 20 sentences that are read.</translation>
    </message>
    <message>
        <source>Looking for what there is most to learn from</source>
        <translation>Looking for what there is most to learn from</translation>
    </message>
</context>
<context>
    <name>Loss</name>
    <message>
        <source>nested</source>
        <translation>nested</translation>
    </message>
    <message>
        <source>crossing</source>
        <translation>crossing</translation>
    </message>
    <message>
        <source>same borders</source>
        <translation>same borders</translation>
    </message>
    <message>
        <source>in several pieces</source>
        <translation>in several pieces</translation>
    </message>
    <message>
        <source>inside a word</source>
        <translation>inside a word</translation>
    </message>
    <message>
        <source>white space at the border</source>
        <translation>white space at the border</translation>
    </message>
    <message>
        <source>no token in it</source>
        <translation>no token in it</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>relation</translation>
    </message>
    <message>
        <source>relation without its span</source>
        <translation>relation without its span</translation>
    </message>
    <message>
        <source>relation over a sentence border</source>
        <translation>relation over a sentence border</translation>
    </message>
    <message>
        <source>attribute of a span</source>
        <translation>attribute of a span</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>attribute of a relation</source>
        <translation>attribute of a relation</translation>
    </message>
    <message>
        <source>details of the document</source>
        <translation>details of the document</translation>
    </message>
    <message>
        <source>name of the document</source>
        <translation>name of the document</translation>
    </message>
    <message>
        <source>empty document</source>
        <translation>empty document</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
    <message>
        <source>trimmed</source>
        <translation>trimmed</translation>
    </message>
    <message>
        <source>widened to the word</source>
        <translation>widened to the word</translation>
    </message>
    <message>
        <source>in an extra column</source>
        <translation>in an extra column</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>File</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotate</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Place names</source>
        <translation>Place names</translation>
    </message>
    <message>
        <source>Starter model</source>
        <translation>Starter model</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>{model} is removed.</source>
        <translation>{model} is removed.</translation>
    </message>
    <message>
        <source>Downloading CAMeL-Tools NER</source>
        <translation>Downloading CAMeL-Tools NER</translation>
    </message>
    <message>
        <source>Installing the model</source>
        <translation>Installing the model</translation>
    </message>
    <message>
        <source>Cancelled. What was downloaded is kept and continued next time.</source>
        <translation>Cancelled. What was downloaded is kept and continued next time.</translation>
    </message>
    <message>
        <source>{model} is installed ({size} MB).</source>
        <translation>{model} is installed ({size} MB).</translation>
    </message>
    <message>
        <source>It is used whenever suggestions are made in this project.</source>
        <translation>It is used whenever suggestions are made in this project.</translation>
    </message>
    <message>
        <source>Use it in this project</source>
        <translation>Use it in this project</translation>
    </message>
    <message>
        <source>A neural model that is better at people, places and organisations, and slower. It runs on this machine in a process of its own; once it is here, no network is needed.</source>
        <translation>A neural model that is better at people, places and organisations, and slower. It runs on this machine in a process of its own; once it is here, no network is needed.</translation>
    </message>
    <message>
        <source>Use it in this project whenever suggestions are made</source>
        <translation>Use it in this project whenever suggestions are made</translation>
    </message>
    <message>
        <source>Suggest for all documents now</source>
        <translation>Suggest for all documents now</translation>
    </message>
    <message>
        <source>People, places and organisations</source>
        <translation>People, places and organisations</translation>
    </message>
    <message>
        <source>Morphology: cuts words at their clitics</source>
        <translation>Morphology: cuts words at their clitics</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{what} – installed</source>
        <translation>{what} – installed</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licence: {licence}</translation>
    </message>
    <message>
        <source>No licence stated</source>
        <translation>No licence stated</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Installed by CAMeL-Tools itself: it can be removed there.</source>
        <translation>Installed by CAMeL-Tools itself: it can be removed there.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Downloads are switched off on this machine.</source>
        <translation>Downloads are switched off on this machine.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choose a folder…</translation>
    </message>
    <message>
        <source>Choose a zip…</source>
        <translation>Choose a zip…</translation>
    </message>
    <message>
        <source>Run it in 8 bits: several times as fast, nearly the same suggestions</source>
        <translation>Run it in 8 bits: several times as fast, nearly the same suggestions</translation>
    </message>
    <message>
        <source>Open a project first.</source>
        <translation>Open a project first.</translation>
    </message>
    <message>
        <source>Download or choose a model first.</source>
        <translation>Download or choose a model first.</translation>
    </message>
    <message>
        <source>The model’s folder</source>
        <translation>The model’s folder</translation>
    </message>
    <message>
        <source>The model’s zip file</source>
        <translation>The model’s zip file</translation>
    </message>
</context>
<context>
    <name>Need</name>
    <message>
        <source>Open a project first.</source>
        <translation>Open a project first.</translation>
    </message>
    <message>
        <source>The project is open read-only.</source>
        <translation>The project is open read-only.</translation>
    </message>
    <message>
        <source>Choose a document first.</source>
        <translation>Choose a document first.</translation>
    </message>
    <message>
        <source>This is another annotator’s layer: it is only shown.</source>
        <translation>This is another annotator’s layer: it is only shown.</translation>
    </message>
    <message>
        <source>This document is locked.</source>
        <translation>This document is locked.</translation>
    </message>
    <message>
        <source>Select text first.</source>
        <translation>Select text first.</translation>
    </message>
    <message>
        <source>Select a span first.</source>
        <translation>Select a span first.</translation>
    </message>
    <message>
        <source>Select a relation first.</source>
        <translation>Select a relation first.</translation>
    </message>
    <message>
        <source>Go to a suggestion first (Tab).</source>
        <translation>Go to a suggestion first (Tab).</translation>
    </message>
    <message>
        <source>Select a span or relation first.</source>
        <translation>Select a span or relation first.</translation>
    </message>
    <message>
        <source>Select text or a span first.</source>
        <translation>Select text or a span first.</translation>
    </message>
    <message>
        <source>No pending suggestions in this document.</source>
        <translation>No pending suggestions in this document.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nothing to redo</translation>
    </message>
    <message>
        <source>Search for something first (Ctrl+F).</source>
        <translation>Search for something first (Ctrl+F).</translation>
    </message>
    <message>
        <source>Start the review first (Ctrl+R).</source>
        <translation>Start the review first (Ctrl+R).</translation>
    </message>
    <message>
        <source>Go to a difference in the review first.</source>
        <translation>Go to a difference in the review first.</translation>
    </message>
    <message>
        <source>Open the overview first.</source>
        <translation>Open the overview first.</translation>
    </message>
</context>
<context>
    <name>NewProject</name>
    <message>
        <source>New project</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>Make the project</source>
        <translation>Make the project</translation>
    </message>
    <message>
        <source>My project</source>
        <translation>My project</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Label set</source>
        <translation>Label set</translation>
    </message>
    <message>
        <source>Annotator’s name</source>
        <translation>Annotator’s name</translation>
    </message>
    <message>
        <source>The name must be one that a file can have.</source>
        <translation>The name must be one that a file can have.</translation>
    </message>
    <message>
        <source>Whose project is it? A name is needed.</source>
        <translation>Whose project is it? A name is needed.</translation>
    </message>
    <message>
        <source>A project of that name is there already.</source>
        <translation>A project of that name is there already.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>Note</name>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Question to the lead</source>
        <translation>Question to the lead</translation>
    </message>
    <message>
        <source>Select a span or go to a suggestion first.</source>
        <translation>Select a span or go to a suggestion first.</translation>
    </message>
    <message>
        <source>The label set has no guidelines for {label}.</source>
        <translation>The label set has no guidelines for {label}.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
</context>
<context>
    <name>Occurrences</name>
    <message>
        <source>It stands nowhere else in this document.</source>
        <translation>It stands nowhere else in this document.</translation>
    </message>
    <message>
        <source>Labelling all occurrences</source>
        <translation>Labelling all occurrences</translation>
    </message>
    <message>
        <source>Labelled: {spans}.</source>
        <translation>Labelled: {spans}.</translation>
    </message>
    <message>
        <source>Labelled: {spans} in {documents}.</source>
        <translation>Labelled: {spans} in {documents}.</translation>
    </message>
    <message>
        <source>All occurrences</source>
        <translation>All occurrences</translation>
    </message>
    <message>
        <source>Label them</source>
        <translation>Label them</translation>
    </message>
    <message>
        <source>In this document</source>
        <translation>In this document</translation>
    </message>
    <message>
        <source>In all documents</source>
        <translation>In all documents</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Where to look</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>It stands nowhere else.</source>
        <translation>It stands nowhere else.</translation>
    </message>
    <message>
        <source>{ticked} of {places}</source>
        <translation>{ticked} of {places}</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>locked</translation>
    </message>
    <message>
        <source>annotated by others</source>
        <translation>annotated by others</translation>
    </message>
    <message>
        <source>already {label}</source>
        <translation>already {label}</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Counting</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>Comparing two annotators</source>
        <translation>Comparing two annotators</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Save the picture</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>Save the numbers</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>Two annotators must have begun a document.</source>
        <translation>Two annotators must have begun a document.</translation>
    </message>
    <message>
        <source>Choose a cell of the agreement.</source>
        <translation>Choose a cell of the agreement.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Label against label</source>
        <translation>Label against label</translation>
    </message>
    <message>
        <source>Agreement by label</source>
        <translation>Agreement by label</translation>
    </message>
    <message>
        <source>F1, spans of both</source>
        <translation>F1, spans of both</translation>
    </message>
    <message>
        <source>F1 of borders and labels</source>
        <translation>F1 of borders and labels</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>not defined</translation>
    </message>
    <message>
        <source>Krippendorff’s α of all: {alpha}</source>
        <translation>Krippendorff’s α of all: {alpha}</translation>
    </message>
    <message>
        <source>rows: {a}, columns: {b}</source>
        <translation>rows: {a}, columns: {b}</translation>
    </message>
    <message>
        <source>{a} and {b}: {documents}, {differences}; left out: {dropped}</source>
        <translation>{a} and {b}: {documents}, {differences}; left out: {dropped}</translation>
    </message>
    <message>
        <source>F1 exact {exact} · clitic {clitic} · overlapping {relaxed} · without label {free}</source>
        <translation>F1 exact {exact} · clitic {clitic} · overlapping {relaxed} · without label {free}</translation>
    </message>
    <message>
        <source>κ of tokens {kappa} · relations F1 {f1} · κ of relation types {types}</source>
        <translation>κ of tokens {kappa} · relations F1 {f1} · κ of relation types {types}</translation>
    </message>
    <message>
        <source>Save the picture (PNG, SVG)</source>
        <translation>Save the picture (PNG, SVG)</translation>
    </message>
    <message>
        <source>Save the numbers (CSV)</source>
        <translation>Save the numbers (CSV)</translation>
    </message>
    <message>
        <source>Numbers appear after the first finished document.</source>
        <translation>Numbers appear after the first finished document.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>No spans marked in these days.</source>
        <translation>No spans marked in these days.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Accepted as they were</source>
        <translation>Accepted as they were</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Edited</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rejected</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Switched on</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>none decided</source>
        <translation>none decided</translation>
    </message>
    <message>
        <source>Switched on: suggestions are made.</source>
        <translation>Switched on: suggestions are made.</translation>
    </message>
    <message>
        <source>Switched off: no suggestions are made.</source>
        <translation>Switched off: no suggestions are made.</translation>
    </message>
    <message>
        <source>No suggestions decided yet.</source>
        <translation>No suggestions decided yet.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Spans a day</source>
        <translation>Spans a day</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Right suggestions</source>
        <translation>Right suggestions</translation>
    </message>
    <message>
        <source>accepted as they were, of those decided</source>
        <translation>accepted as they were, of those decided</translation>
    </message>
    <message>
        <source>and {labels} more, together {spans}</source>
        <translation>and {labels} more, together {spans}</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Right suggestions by source</source>
        <translation>Right suggestions by source</translation>
    </message>
    <message>
        <source>lighter: edited; the box switches suggestions on and off</source>
        <translation>lighter: edited; the box switches suggestions on and off</translation>
    </message>
    <message>
        <source>Annotator</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Export the numbers (CSV)</source>
        <translation>Export the numbers (CSV)</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>All annotators</source>
        <translation>All annotators</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Relations</translation>
    </message>
    <message>
        <source>Pending suggestions</source>
        <translation>Pending suggestions</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>What do you want to do?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>No command by that name.</source>
        <translation>No command by that name.</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Projects and texts (*.tawsim *);;Projects (*.tawsim)</source>
        <translation>Projects and texts (*.tawsim *);;Projects (*.tawsim)</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>There is no text on the clipboard.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Pasted text</translation>
    </message>
</context>
<context>
    <name>ReadOnly</name>
    <message>
        <source>Opened read-only: the file is write-protected.</source>
        <translation>Opened read-only: the file is write-protected.</translation>
    </message>
    <message>
        <source>Opened read-only: the folder is write-protected.</source>
        <translation>Opened read-only: the folder is write-protected.</translation>
    </message>
    <message>
        <source>Opened read-only: {who} has it open.</source>
        <translation>Opened read-only: {who} has it open.</translation>
    </message>
    <message>
        <source>Opened read-only: {who}</source>
        <translation>Opened read-only: {who}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Still open: {what}. Press again to finish all the same.</source>
        <translation>Still open: {what}. Press again to finish all the same.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>This is the last document.</source>
        <translation>This is the last document.</translation>
    </message>
    <message>
        <source>This is the first document.</source>
        <translation>This is the first document.</translation>
    </message>
    <message>
        <source>Undone: {step}.</source>
        <translation>Undone: {step}.</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>Redone: {step}.</source>
        <translation>Redone: {step}.</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nothing to redo</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>All agree; not in the gold layer yet.</source>
        <translation>All agree; not in the gold layer yet.</translation>
    </message>
    <message>
        <source>Not merged: same label, other borders.</source>
        <translation>Not merged: same label, other borders.</translation>
    </message>
    <message>
        <source>Not merged: a clitic is inside in one and outside in the other.</source>
        <translation>Not merged: a clitic is inside in one and outside in the other.</translation>
    </message>
    <message>
        <source>Not merged: same borders, other labels.</source>
        <translation>Not merged: same borders, other labels.</translation>
    </message>
    <message>
        <source>Not merged: not all have marked it.</source>
        <translation>Not merged: not all have marked it.</translation>
    </message>
    <message>
        <source>Not merged: type or direction differ, or not all have drawn it.</source>
        <translation>Not merged: type or direction differ, or not all have drawn it.</translation>
    </message>
    <message>
        <source>Not merged: only one has read this sentence.</source>
        <translation>Not merged: only one has read this sentence.</translation>
    </message>
    <message>
        <source>Not merged: an end of the relation is not decided yet.</source>
        <translation>Not merged: an end of the relation is not decided yet.</translation>
    </message>
    <message>
        <source>Not merged: an end of the relation was not chosen.</source>
        <translation>Not merged: an end of the relation was not chosen.</translation>
    </message>
    <message>
        <source>Open again: what was decided has been removed from the gold layer.</source>
        <translation>Open again: what was decided has been removed from the gold layer.</translation>
    </message>
</context>
<context>
    <name>Receive</name>
    <message>
        <source>{name}’s file</source>
        <translation>{name}’s file</translation>
    </message>
    <message>
        <source>Receive the layers</source>
        <translation>Receive the layers</translation>
    </message>
    <message>
        <source>Take {name}’s layers into this project, or open the file itself?</source>
        <translation>Take {name}’s layers into this project, or open the file itself?</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>That span is not there any more.</source>
        <translation>That span is not there any more.</translation>
    </message>
    <message>
        <source>That relation is not there any more.</source>
        <translation>That relation is not there any more.</translation>
    </message>
    <message>
        <source>This document is locked.</source>
        <translation>This document is locked.</translation>
    </message>
    <message>
        <source>The borders would not leave any text.</source>
        <translation>The borders would not leave any text.</translation>
    </message>
    <message>
        <source>A span with these borders and this label is there already.</source>
        <translation>A span with these borders and this label is there already.</translation>
    </message>
    <message>
        <source>A span of several pieces has no two borders to move.</source>
        <translation>A span of several pieces has no two borders to move.</translation>
    </message>
    <message>
        <source>A relation joins two spans of one layer.</source>
        <translation>A relation joins two spans of one layer.</translation>
    </message>
    <message>
        <source>A relation needs two spans.</source>
        <translation>A relation needs two spans.</translation>
    </message>
    <message>
        <source>The label set does not allow this relation here.</source>
        <translation>The label set does not allow this relation here.</translation>
    </message>
    <message>
        <source>This relation is there already.</source>
        <translation>This relation is there already.</translation>
    </message>
    <message>
        <source>That is no name for an annotator.</source>
        <translation>That is no name for an annotator.</translation>
    </message>
    <message>
        <source>This is another annotator’s layer: it is only shown.</source>
        <translation>This is another annotator’s layer: it is only shown.</translation>
    </message>
    <message>
        <source>A layer has changed in the meantime. Look again, then decide.</source>
        <translation>A layer has changed in the meantime. Look again, then decide.</translation>
    </message>
    <message>
        <source>This annotator has no version of that.</source>
        <translation>This annotator has no version of that.</translation>
    </message>
    <message>
        <source>An end of this relation is not decided yet. R takes the ends as well.</source>
        <translation>An end of this relation is not decided yet. R takes the ends as well.</translation>
    </message>
    <message>
        <source>An end of this relation was not chosen. R takes the ends as well.</source>
        <translation>An end of this relation was not chosen. R takes the ends as well.</translation>
    </message>
    <message>
        <source>This has changed in the meantime. Nothing was written; try again.</source>
        <translation>This has changed in the meantime. Nothing was written; try again.</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>The label set allows no relation from here.</source>
        <translation>The label set allows no relation from here.</translation>
    </message>
    <message>
        <source>Relation added: {type}.</source>
        <translation>Relation added: {type}.</translation>
    </message>
    <message>
        <source>The label set allows no relation between these two.</source>
        <translation>The label set allows no relation between these two.</translation>
    </message>
    <message>
        <source>No type that is allowed goes the other way.</source>
        <translation>No type that is allowed goes the other way.</translation>
    </message>
    <message>
        <source>{head} — {type} → {tail}</source>
        <translation>{head} — {type} → {tail}</translation>
    </message>
    <message>
        <source>  (type {n} of {count})</source>
        <translation>  (type {n} of {count})</translation>
    </message>
    <message>
        <source>Turned round.</source>
        <translation>Turned round.</translation>
    </message>
    <message>
        <source>No other type is allowed between these two.</source>
        <translation>No other type is allowed between these two.</translation>
    </message>
    <message>
        <source>Type changed.</source>
        <translation>Type changed.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>Comment for the annotators</source>
        <translation>Comment for the annotators</translation>
    </message>
    <message>
        <source>{a} and {b} in this document</source>
        <translation>{a} and {b} in this document</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>not defined</translation>
    </message>
    <message>
        <source>Take what all agree on ({count})</source>
        <translation>Take what all agree on ({count})</translation>
    </message>
    <message>
        <source>No differences: the layers agree.</source>
        <translation>No differences: the layers agree.</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} of {total}</translation>
    </message>
    <message>
        <source>Decided: {what}</source>
        <translation>Decided: {what}</translation>
    </message>
    <message>
        <source>The text with its lanes</source>
        <translation>The text with its lanes</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Differences</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>Gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>{done} of {total} decided</source>
        <translation>{done} of {total} decided</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Take {name}’s version</source>
        <translation>Take {name}’s version</translation>
    </message>
    <message>
        <source>None, as {name} has it</source>
        <translation>None, as {name} has it</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>not read</translation>
    </message>
    <message>
        <source>marked by hand</source>
        <translation>marked by hand</translation>
    </message>
    <message>
        <source>accepted from {source}, {score}</source>
        <translation>accepted from {source}, {score}</translation>
    </message>
    <message>
        <source>There is nothing to compare: two annotators must have begun this document.</source>
        <translation>There is nothing to compare: two annotators must have begun this document.</translation>
    </message>
    <message>
        <source>Decided by rule: {count}.</source>
        <translation>Decided by rule: {count}.</translation>
    </message>
    <message>
        <source>Looking for the same question in all documents</source>
        <translation>Looking for the same question in all documents</translation>
    </message>
    <message>
        <source>Deciding by rule</source>
        <translation>Deciding by rule</translation>
    </message>
    <message>
        <source>Nothing new that this rule decides.</source>
        <translation>Nothing new that this rule decides.</translation>
    </message>
</context>
<context>
    <name>Rule</name>
    <message>
        <source>all agree</source>
        <translation>all agree</translation>
    </message>
    <message>
        <source>by majority</source>
        <translation>by majority</translation>
    </message>
    <message>
        <source>by the clitic rule</source>
        <translation>by the clitic rule</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Annotator’s name</source>
        <translation>Annotator’s name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>as the system</source>
        <translation>as the system</translation>
    </message>
    <message>
        <source>light</source>
        <translation>light</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>wide</source>
        <translation>wide</translation>
    </message>
    <message>
        <source>tight</source>
        <translation>tight</translation>
    </message>
    <message>
        <source>very wide</source>
        <translation>very wide</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>narrow</translation>
    </message>
    <message>
        <source>by paragraph</source>
        <translation>by paragraph</translation>
    </message>
    <message>
        <source>right to left</source>
        <translation>right to left</translation>
    </message>
    <message>
        <source>left to right</source>
        <translation>left to right</translation>
    </message>
    <message>
        <source>Font of the text</source>
        <translation>Font of the text</translation>
    </message>
    <message>
        <source>Numerals</source>
        <translation>Numerals</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>Line spacing</translation>
    </message>
    <message>
        <source>Width of the text</source>
        <translation>Width of the text</translation>
    </message>
    <message>
        <source>Direction of the text</source>
        <translation>Direction of the text</translation>
    </message>
    <message>
        <source>Set for this machine by whoever looks after it.</source>
        <translation>Set for this machine by whoever looks after it.</translation>
    </message>
</context>
<context>
    <name>Shares</name>
    <message>
        <source>{percent} of {n}</source>
        <translation>{percent} of {n}</translation>
    </message>
    <message>
        <source>as they were: {accepted} · edited: {edited} · rejected: {rejected}</source>
        <translation>as they were: {accepted} · edited: {edited} · rejected: {rejected}</translation>
    </message>
    <message>
        <source>left to what was learnt</source>
        <translation>left to what was learnt</translation>
    </message>
    <message>
        <source>Too little of what this source alone suggested for the label was right, so what was learnt decides. It is counted anew at each training; with “what was learnt here” switched off, the source suggests it again.</source>
        <translation>Too little of what this source alone suggested for the label was right, so what was learnt decides. It is counted anew at each training; with “what was learnt here” switched off, the source suggests it again.</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>place names</source>
        <translation>place names</translation>
    </message>
    <message>
        <source>the starter model</source>
        <translation>the starter model</translation>
    </message>
    <message>
        <source>what was learnt here</source>
        <translation>what was learnt here</translation>
    </message>
    <message>
        <source>own lists</source>
        <translation>own lists</translation>
    </message>
    <message>
        <source>what was decided elsewhere</source>
        <translation>what was decided elsewhere</translation>
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
        <translation>Counting what was accepted</translation>
    </message>
    <message>
        <source>The sources are kept. All suggestions are made anew by the new labels.</source>
        <translation>The sources are kept. All suggestions are made anew by the new labels.</translation>
    </message>
    <message>
        <source>The sources are kept. For other documents, suggest again (Ctrl+Shift+J).</source>
        <translation>The sources are kept. For other documents, suggest again (Ctrl+Shift+J).</translation>
    </message>
    <message>
        <source>“{source}” suggests “{label}” again: now here, elsewhere with Ctrl+Shift+J.</source>
        <translation>“{source}” suggests “{label}” again: now here, elsewhere with Ctrl+Shift+J.</translation>
    </message>
    <message>
        <source>“{source}” suggests again: now here, elsewhere with Ctrl+Shift+J.</source>
        <translation>“{source}” suggests again: now here, elsewhere with Ctrl+Shift+J.</translation>
    </message>
    <message>
        <source>“{source}” does not suggest “{label}” any more; what is pending is taken back.</source>
        <translation>“{source}” does not suggest “{label}” any more; what is pending is taken back.</translation>
    </message>
    <message>
        <source>“{source}” does not suggest any more; what is pending is taken back.</source>
        <translation>“{source}” does not suggest any more; what is pending is taken back.</translation>
    </message>
    <message>
        <source>Taking back what is switched off</source>
        <translation>Taking back what is switched off</translation>
    </message>
    <message>
        <source>No words of your own yet. Add one, or take a CSV file: text, label.</source>
        <translation>No words of your own yet. Add one, or take a CSV file: text, label.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Your own words</source>
        <translation>Your own words</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>From a CSV file…</source>
        <translation>From a CSV file…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Save as CSV…</translation>
    </message>
    <message>
        <source>{file} is no UTF-8 text.</source>
        <translation>{file} is no UTF-8 text.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Saved: {file}</translation>
    </message>
    <message>
        <source>A CSV file: text, label</source>
        <translation>A CSV file: text, label</translation>
    </message>
    <message>
        <source>Save your own words</source>
        <translation>Save your own words</translation>
    </message>
    <message>
        <source>words</source>
        <translation>words</translation>
    </message>
    <message>
        <source>Sources of suggestions</source>
        <translation>Sources of suggestions</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Labels of the models</source>
        <translation>Labels of the models</translation>
    </message>
    <message>
        <source>There is no word in {text}.</source>
        <translation>There is no word in {text}.</translation>
    </message>
    <message>
        <source>Labels that may come from “{source}”; press one to leave it out or let it in:</source>
        <translation>Labels that may come from “{source}”; press one to leave it out or let it in:</translation>
    </message>
    <message>
        <source>Percentages: accepted as they were, of those decided.</source>
        <translation>Percentages: accepted as they were, of those decided.</translation>
    </message>
    <message>
        <source>None of its suggestions is decided yet.</source>
        <translation>None of its suggestions is decided yet.</translation>
    </message>
    <message>
        <source>Place names, the starter model and CAMeL-Tools have labels of their own. Choose what each becomes in this project; one that becomes nothing here is left out, and the window says how often.</source>
        <translation>Place names, the starter model and CAMeL-Tools have labels of their own. Choose what each becomes in this project; one that becomes nothing here is left out, and the window says how often.</translation>
    </message>
    <message>
        <source>Label of the model</source>
        <translation>Label of the model</translation>
    </message>
    <message>
        <source>Label in this project</source>
        <translation>Label in this project</translation>
    </message>
    <message>
        <source>Restore all defaults</source>
        <translation>Restore all defaults</translation>
    </message>
    <message>
        <source>Restore the default: {label}</source>
        <translation>Restore the default: {label}</translation>
    </message>
    <message>
        <source>not in this label set</source>
        <translation>not in this label set</translation>
    </message>
    <message>
        <source>What {label} becomes</source>
        <translation>What {label} becomes</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>left out</translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source>Select text or a span first.</source>
        <translation>Select text or a span first.</translation>
    </message>
    <message>
        <source>The label is now {label}.</source>
        <translation>The label is now {label}.</translation>
    </message>
    <message>
        <source>There is no clitic at this border.</source>
        <translation>There is no clitic at this border.</translation>
    </message>
    <message>
        <source>Relation deleted.</source>
        <translation>Relation deleted.</translation>
    </message>
    <message>
        <source>Span deleted.</source>
        <translation>Span deleted.</translation>
    </message>
    <message>
        <source>There is no name inside this one to peel.</source>
        <translation>There is no name inside this one to peel.</translation>
    </message>
    <message>
        <source>Peeled: {spans}.</source>
        <translation>Peeled: {spans}.</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>Welcome to Tawsim</source>
        <translation>Welcome to Tawsim</translation>
    </message>
    <message>
        <source>Annotate entities and relations in Arabic text, and review them with your colleagues. All you do stays on your machine.</source>
        <translation>Annotate entities and relations in Arabic text, and review them with your colleagues. All you do stays on your machine.</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Open the sample</translation>
    </message>
    <message>
        <source>A short article with its suggestions; Help has a two-minute tour on it</source>
        <translation>A short article with its suggestions; Help has a two-minute tour on it</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>Choose a label set, then add documents</source>
        <translation>Choose a label set, then add documents</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
    <message>
        <source>A project, or files of any format that is known</source>
        <translation>A project, or files of any format that is known</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>Paste text</translation>
    </message>
    <message>
        <source>Makes a project of the text that you copied</source>
        <translation>Makes a project of the text that you copied</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Recent projects</translation>
    </message>
    <message>
        <source>or drop files or a folder anywhere on the window</source>
        <translation>or drop files or a folder anywhere on the window</translation>
    </message>
    <message>
        <source>Annotator’s name</source>
        <translation>Annotator’s name</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>The name is kept with every change; it can be changed later.</source>
        <translation>The name is kept with every change; it can be changed later.</translation>
    </message>
    <message>
        <source>You</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>No projects yet. Each project you open appears here.</source>
        <translation>No projects yet. Each project you open appears here.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>ready</translation>
    </message>
    <message>
        <source>not in this copy</source>
        <translation>not in this copy</translation>
    </message>
    <message>
        <source>A model that is better at people, places and organisations. It runs on your machine once it is there.</source>
        <translation>A model that is better at people, places and organisations. It runs on your machine once it is there.</translation>
    </message>
    <message>
        <source>Set it up…</source>
        <translation>Set it up…</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>To do</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Locked</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>add a span</source>
        <translation>add a span</translation>
    </message>
    <message>
        <source>add spans</source>
        <translation>add spans</translation>
    </message>
    <message>
        <source>move a border</source>
        <translation>move a border</translation>
    </message>
    <message>
        <source>change a label</source>
        <translation>change a label</translation>
    </message>
    <message>
        <source>set an attribute</source>
        <translation>set an attribute</translation>
    </message>
    <message>
        <source>write a note</source>
        <translation>write a note</translation>
    </message>
    <message>
        <source>delete a span</source>
        <translation>delete a span</translation>
    </message>
    <message>
        <source>add a relation</source>
        <translation>add a relation</translation>
    </message>
    <message>
        <source>change a relation&apos;s type</source>
        <translation>change a relation&apos;s type</translation>
    </message>
    <message>
        <source>turn a relation round</source>
        <translation>turn a relation round</translation>
    </message>
    <message>
        <source>delete a relation</source>
        <translation>delete a relation</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>accept</translation>
    </message>
    <message>
        <source>accept, corrected</source>
        <translation>accept, corrected</translation>
    </message>
    <message>
        <source>accept a sentence</source>
        <translation>accept a sentence</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>reject</translation>
    </message>
    <message>
        <source>mark as read</source>
        <translation>mark as read</translation>
    </message>
    <message>
        <source>change a document&apos;s state</source>
        <translation>change a document&apos;s state</translation>
    </message>
    <message>
        <source>change the label set</source>
        <translation>change the label set</translation>
    </message>
    <message>
        <source>rename an annotator</source>
        <translation>rename an annotator</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>receive a colleague&apos;s file</source>
        <translation>receive a colleague&apos;s file</translation>
    </message>
    <message>
        <source>adjudicate</source>
        <translation>adjudicate</translation>
    </message>
    <message>
        <source>decide by rule</source>
        <translation>decide by rule</translation>
    </message>
    <message>
        <source>open a decision again</source>
        <translation>open a decision again</translation>
    </message>
    <message>
        <source>add an annotator</source>
        <translation>add an annotator</translation>
    </message>
    <message>
        <source>comment for the annotators</source>
        <translation>comment for the annotators</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Nothing is open in this document.</source>
        <translation>Nothing is open in this document.</translation>
    </message>
    <message>
        <source>Rejected: {text} ({label}).</source>
        <translation>Rejected: {text} ({label}).</translation>
    </message>
    <message>
        <source>in this sentence: {n}</source>
        <translation>in this sentence: {n}</translation>
    </message>
    <message>
        <source>Cancelled. The suggestions that came stay.</source>
        <translation>Cancelled. The suggestions that came stay.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Left out, because the label set lacks them: {labels}.</source>
        <translation>Left out, because the label set lacks them: {labels}.</translation>
    </message>
    <message>
        <source>No CAMeL-Tools model is installed.</source>
        <translation>No CAMeL-Tools model is installed.</translation>
    </message>
    <message>
        <source>Labels of the models…</source>
        <translation>Labels of the models…</translation>
    </message>
    <message>
        <source>Get a model…</source>
        <translation>Get a model…</translation>
    </message>
    <message>
        <source>Suggest again</source>
        <translation>Suggest again</translation>
    </message>
    <message>
        <source>CAMeL-Tools broke off; what came stays. {reason}</source>
        <translation>CAMeL-Tools broke off; what came stays. {reason}</translation>
    </message>
</context>
<context>
    <name>TextView</name>
    <message>
        <source>Suggestion {label}: {text}</source>
        <translation>Suggestion {label}: {text}</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Suggestions are drawn dashed. {0} goes to the next one: press it.</source>
        <translation>Suggestions are drawn dashed. {0} goes to the next one: press it.</translation>
    </message>
    <message>
        <source>{0} accepts it, {1} rejects it; a rejected one never comes back. Decide on one.</source>
        <translation>{0} accepts it, {1} rejects it; a rejected one never comes back. Decide on one.</translation>
    </message>
    <message>
        <source>{0} accepts all that is left in the sentence and marks it as read.</source>
        <translation>{0} accepts all that is left in the sentence and marks it as read.</translation>
    </message>
    <message>
        <source>Select a word, by mouse or with Shift and the arrows, and label it with a digit or a palette letter.</source>
        <translation>Select a word, by mouse or with Shift and the arrows, and label it with a digit or a palette letter.</translation>
    </message>
    <message>
        <source>{0} takes a clitic such as و out of the span, or in again; {1} lets the arrows move the borders.</source>
        <translation>{0} takes a clitic such as و out of the span, or in again; {1} lets the arrows move the borders.</translation>
    </message>
    <message>
        <source>Relations: on a span press {0}, choose a target with {1}, take it with {2}.</source>
        <translation>Relations: on a span press {0}, choose a target with {1}, take it with {2}.</translation>
    </message>
    <message>
        <source>All is saved at once. {0} undoes, even after a restart; {1} finds every command.</source>
        <translation>All is saved at once. {0} undoes, even after a restart; {1} finds every command.</translation>
    </message>
    <message>
        <source>{0} shows the keys of where you are. {1}: done, and on to the next document.</source>
        <translation>{0} shows the keys of where you are. {1}: done, and on to the next document.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>End the tour</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Tour</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Finish</translation>
    </message>
</context>
<context>
    <name>Who</name>
    <message>
        <source>You are …?</source>
        <translation>You are …?</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>That is me</translation>
    </message>
    <message>
        <source>This project was made for you. Your name stands with all that you do.</source>
        <translation>This project was made for you. Your name stands with all that you do.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
</context>
</TS>
