"""All groups of commands, made once for a window and registered with its table."""

from __future__ import annotations

from ui.commands.borders import BorderCommands
from ui.commands.colleagues import ColleagueCommands
from ui.commands.disagreeing import DisagreeingDocuments
from ui.commands.exporting import ExportCommands
from ui.commands.importing import ImportCommands
from ui.commands.labels import LabelCommands
from ui.commands.layers import LayerCommands
from ui.commands.learning import Learning
from ui.commands.models import ModelCommands
from ui.commands.notes import NoteCommands
from ui.commands.occurrences import OccurrenceCommands
from ui.commands.peeling import PeelCommands
from ui.commands.projects import ProjectCommands
from ui.commands.reading import ReadingCommands
from ui.commands.relations import RelationCommands
from ui.commands.search import SearchCommands
from ui.commands.settings import SettingCommands
from ui.commands.sources import SourceCommands
from ui.commands.spans import SpanCommands
from ui.commands.suggestions import SuggestionCommands
from ui.commands.table import CommandTable
from ui.commands.window import WindowCommands
from ui.desk import Desk
from ui.panels.documents import DocumentsPane
from ui.panels.header import FindField
from ui.panels.inspector import Inspector


class Groups:
    """The groups by name, for what is not done through the table."""

    def __init__(
        self, desk: Desk, table: CommandTable, field: FindField, documents: DocumentsPane, inspector: Inspector
    ) -> None:
        self.spans = SpanCommands(desk)
        self.labels = LabelCommands(desk, self.spans)
        self.borders = BorderCommands(desk)
        self.relations = RelationCommands(desk)
        self.suggestions = SuggestionCommands(desk)
        self.search = SearchCommands(desk, field, documents)
        self.models = ModelCommands(desk, self.suggestions)
        self.settings = SettingCommands(desk, table)
        self.window = WindowCommands(desk, table, documents, inspector)
        importing = ImportCommands(desk, self.suggestions)
        self.projects = ProjectCommands(desk, importing)
        self.colleagues = ColleagueCommands(desk, self.projects)
        documents.suggestionsWanted.connect(lambda: table.run("suggest_selected"))
        self.disagreeing = DisagreeingDocuments(desk, documents)
        self.sources = SourceCommands(desk, self.suggestions)
        self.learning = Learning(desk, self.suggestions, documents)
        self.occurrences = OccurrenceCommands(desk)
        table.add({"suggest_selected": lambda: self.suggestions.suggest_for(documents.selected(), said=True)})
        for group in (
            self.spans,
            self.borders,
            self.relations,
            self.suggestions,
            self.search,
            self.models,
            self.settings,
            self.projects,
            importing,
            ExportCommands(desk),
            self.colleagues,
            LayerCommands(desk),
            NoteCommands(desk),
            self.occurrences,
            PeelCommands(desk),
            self.sources,
            ReadingCommands(desk, documents),
            self.window,
        ):
            table.add(group.handlers())

    def leave_modes(self) -> None:
        """End border and relation mode: another document is shown."""
        self.relations.end()
        if self.borders.active:
            self.borders.end()
