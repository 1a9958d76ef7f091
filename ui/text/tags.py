"""Painting label tags, relation arcs and the hint letters of the relation mode."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from annotate.model import Suggestion
from ui.i18n.language import number
from ui.text.arcs import Arc
from ui.text.content import key_of
from ui.text.marks import LineMarks, Tag
from ui.text.overlay import Overlay
from ui.text.page import Page
from ui.text.style import Colours, LabelLook

_DENSE = 6
"""With more arcs than this on a line, those of the span that is pointed at stand out and the rest grow faint."""

_FAINT = 0.22


class TagPainting:
    """Paints what stands above a line. The painter's origin is the left end of the line's baseline."""

    def __init__(self, painter: QPainter, page: Page, overlay: Overlay, colours: Colours) -> None:
        self._painter = painter
        self._page = page
        self._metrics = page.metrics
        self._overlay = overlay
        self._colours = colours

    def paint(self, marks: LineMarks, right_to_left: bool) -> None:
        """Paint arcs, then tags over them."""
        pointed = {key for key in (self._overlay.hovered, self._overlay.selected, self._overlay.head) if key}
        thin = len(marks.arcs) > _DENSE and any(pointed & arc.spans for arc in marks.arcs)
        arcs = sorted(marks.arcs, key=self._is_strong)
        for arc in arcs:
            faint = thin and not pointed & arc.spans
            self._painter.setOpacity(_FAINT if faint else 1)
            self._arc(arc)
        for arc in arcs:
            faint = thin and not pointed & arc.spans
            self._painter.setOpacity(_FAINT if faint else 1)
            self._arc_label(arc)
        self._painter.setOpacity(1)
        for tag in marks.tags:
            self._tag(tag, right_to_left)

    def _is_strong(self, arc: Arc) -> bool:
        return self._overlay.selected in arc.spans or self._overlay.selected_relation in arc.relations

    def _arc(self, arc: Arc) -> None:
        strong = self._is_strong(arc)
        colour = self._colours["accent" if strong else "arc"]
        pen = QPen(colour, 2 if strong else self._metrics.arc_width)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(arc_path(arc, self._metrics.arc_radius, self._metrics.arrow[1]))
        if arc.tail is not None:
            width, length = self._metrics.arrow
            tip = QPointF(arc.x2, arc.tail.top)
            head = QPolygonF([tip, tip + QPointF(-width / 2, -length), tip + QPointF(width / 2, -length)])
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(colour)
            self._painter.drawPolygon(head)

    def _arc_label(self, arc: Arc) -> None:
        strong = self._is_strong(arc)
        box = arc_label_box(arc, self._metrics.zoom)
        self._painter.fillRect(box.adjusted(0, 0, 0, -2 if arc.high else 0), self._colours["surface"])
        self._word(box, arc.word, strong, self._colours["accent" if strong else "text2"])

    def _tag(self, tag: Tag, right_to_left: bool) -> None:
        overlay, metrics, item = self._overlay, self._metrics, tag.item
        look, key = self._page.looks[item.label], key_of(item)
        box = tag_box(tag, metrics.tag_height)
        suggested, selected = isinstance(item, Suggestion), key == overlay.selected
        word = look.word
        if isinstance(item, Suggestion) and (key == overlay.hovered or item == overlay.current):
            word = f"{word} {number(item.score, 2)}"
            wider = self._page.word_width(word) - self._page.word_width(look.word)
            box.adjust(*((-wider, 0, 0, 0) if right_to_left else (0, 0, wider, 0)))
        self._painter.setBrush(self._colours["surface"] if suggested else look.text if selected else look.fill)
        self._painter.setPen(self._dashed(look) if suggested else Qt.PenStyle.NoPen)
        inset = 0.5 if suggested else 0
        shape = box.adjusted(inset, inset, -inset, -inset)
        self._painter.drawRoundedRect(shape, metrics.tag_radius, metrics.tag_radius)
        ink = look.fill if selected else look.text
        mark = QRectF(0, 0, metrics.mark, metrics.mark)
        mark.moveCenter(box.center())
        inner = metrics.tag_padding
        if right_to_left:
            mark.moveRight(box.right() - inner)
            words = box.adjusted(inner, 0, -inner - metrics.mark - inner, 0)
        else:
            mark.moveLeft(box.left() + inner)
            words = box.adjusted(inner + metrics.mark + inner, 0, -inner, 0)
        paint_mark(self._painter, look.mark, mark, look.fill if selected else look.border)
        self._word(words, word, selected, ink)
        hint = overlay.candidates.get(key) if isinstance(key, str) else None
        if hint:
            self._hint(box, hint)

    def _hint(self, box: QRectF, hint: str) -> None:
        """The letter that jumps to a target of the relation, over its tag."""
        size = box.height() + 2
        cap = QRectF(box.center().x() - size / 2, box.top() - size * 0.75, size, size)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._colours["accent"])
        self._painter.drawRoundedRect(cap, 3, 3)
        self._word(cap, hint, True, self._colours["onAccent"])

    def _dashed(self, look: LabelLook) -> QPen:
        pen = QPen(look.border, 1)
        pen.setDashPattern([4, 3])
        return pen

    def _word(self, box: QRectF, word: str, strong: bool, colour: QColor) -> None:
        text = self._page.static_text(word, strong)
        self._painter.setFont(self._metrics.tag_font_strong if strong else self._metrics.tag_font)
        self._painter.setPen(colour)
        size = text.size()
        place = QPointF(box.center().x() - size.width() / 2, box.center().y() - size.height() / 2)
        self._painter.drawStaticText(place, text)


def tag_box(tag: Tag, height: float) -> QRectF:
    """The rectangle of a tag relative to the left end of its line's baseline."""
    return QRectF(round(tag.left), round(tag.bottom - height), round(tag.right) - round(tag.left), height)


def arc_path(arc: Arc, radius: float, arrow: float) -> QPainterPath:
    """The line of an arc from its head to the foot of the arrow head at its tail."""
    path = QPainterPath()
    way = 1 if arc.x2 > arc.x1 else -1
    bend = min(radius, abs(arc.x2 - arc.x1) / 2)
    if arc.head is None:
        path.moveTo(arc.x1, arc.y)
    else:
        path.moveTo(arc.x1, arc.head.top)
        path.lineTo(arc.x1, arc.y + bend)
        path.quadTo(arc.x1, arc.y, arc.x1 + way * bend, arc.y)
    if arc.tail is None:
        path.lineTo(arc.x2, arc.y)
    else:
        path.lineTo(arc.x2 - way * bend, arc.y)
        path.quadTo(arc.x2, arc.y, arc.x2, arc.y + bend)
        path.lineTo(arc.x2, arc.tail.top - arrow)
    return path


def arc_label_box(arc: Arc, zoom: float) -> QRectF:
    """Where the label of an arc stands: in the middle of its lane, or above the line of a short one."""
    return QRectF(arc.label_left, arc.y - (16 if arc.high else 7.5) * zoom, arc.label_width, 14 * zoom)


def paint_mark(painter: QPainter, shape: str, box: QRectF, colour: QColor) -> None:
    """Paint a family mark: it tells labels apart without colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = box.center()
    match shape:
        case "square":
            painter.drawRect(box.adjusted(0.7, 0.7, -0.7, -0.7))
        case "triangle":
            painter.drawPolygon(QPolygonF([QPointF(middle.x(), box.top()), box.bottomRight(), box.bottomLeft()]))
        case "diamond":
            sides = [QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y())]
            sides += [QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())]
            painter.drawPolygon(QPolygonF(sides))
        case "ring":
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, box.width() * 0.22))
            painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        case _:
            painter.drawEllipse(box.adjusted(0.3, 0.3, -0.3, -0.3))
