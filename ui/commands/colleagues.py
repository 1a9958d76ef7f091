"""Work with colleagues by files: hand out, hand in, receive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from annotate.annotator_names import annotator_names
from annotate.colleague_file import ColleagueFile
from annotate.edits import RenameAnnotator
from annotate.errors import TawsimError
from annotate.handing_out import ASK_NAME, AddAnnotators, distributed, file_name, handout, recipients
from annotate.model import GOLD, Annotator
from annotate.receiving import ReceiveReport, receive
from ui.commands.projects import SUFFIX, ProjectCommands
from ui.desk import Desk
from ui.dialogs.handout import HandoutDialog, Order
from ui.dialogs.question import ReceiveDialog, WhoDialog
from ui.i18n.counts import Counts
from ui.jobs import Job
from ui.wording import error_text

translate = QCoreApplication.translate


class ColleagueCommands:
    """Files are written and read in jobs; what comes in is one step."""

    def __init__(self, desk: Desk, projects: ProjectCommands) -> None:
        self._desk, self._projects = desk, projects
        desk.workspace.projectChanged.connect(self._ask_name)
        projects.received = self.drop

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The handlers by action id."""
        return {"handout": self.ask_handout, "handin": self.ask_handin, "receive": self.ask_receive}

    # --- handing out
    def ask_handout(self) -> None:
        """Ask to whom, what and where."""
        workspace = self._desk.workspace
        project = workspace.project
        assert project is not None
        known = [name for id, name in annotator_names(project).items() if id not in (GOLD, project.annotator().id)]
        document = workspace.document.id if workspace.document else ""
        learned = bool(project.setting("learned"))
        dialog = HandoutDialog(
            self._desk.window, project.documents(), document, known, project.path.parent, learned=learned
        )
        dialog.accepted.connect(lambda: self.hand_out(dialog.order()))
        dialog.open()

    def hand_out(self, order: Order) -> None:
        """Make the files, one for each person, in a job."""
        workspace = self._desk.workspace
        session, services = workspace.session, workspace.services
        assert session is not None
        path = session.project.path
        try:
            people = recipients(session.project, order.names)
            shares = distributed(order.documents, len(people), order.each, order.seed)
        except TawsimError as error:
            self._desk.strip.say(error_text(error), "refused")
            return

        def work(job: Job) -> list[Path]:
            written: list[Path] = []
            beside = services.open_project(path, write=False)
            try:
                for number, (person, documents) in enumerate(zip(people, shares, strict=True)):
                    job.report(number, len(people))
                    name = file_name(person, [one.name for one in written])
                    made = handout(beside, person, documents, suggestions=order.suggestions, learned=order.learned)
                    services.write_handout(order.folder / name, made)
                    written.append(order.folder / name)
            finally:
                beside.close()
            return written

        def done(files: list[Path]) -> None:
            session.do(AddAnnotators(annotators=tuple(people)))
            self._on_handed_out(files)

        self._desk.jobs.start(translate("Colleagues", "Making hand-outs"), work, done, self._failed)

    def _on_handed_out(self, files: list[Path]) -> None:
        names = translate("Colleagues", ", ").join(f"\u2068{file.name}\u2069" for file in files)
        self._desk.strip.say(translate("Colleagues", "Handed out: {files}").format(files=names), "done")

    # --- handing in
    def ask_handin(self) -> None:
        """Ask where the file for the lead is to be."""
        project = self._desk.workspace.project
        assert project is not None
        title = translate("Colleagues", "Hand in")
        name = f"{project.path.stem}-{file_name(project.annotator()).removesuffix(SUFFIX)}{SUFFIX}"
        chosen = QFileDialog.getSaveFileName(
            self._desk.window, title, str(project.path.with_name(name)), f"Tawsim (*{SUFFIX})"
        )[0]
        if chosen:
            self.hand_in(Path(chosen).with_suffix(SUFFIX))

    def hand_in(self, to: Path) -> None:
        """Write the project as one closed file, in a job."""
        workspace = self._desk.workspace
        assert workspace.project is not None
        services, path = workspace.services, workspace.project.path

        def work(job: Job) -> Path:
            job.report(0, 1)
            beside = services.open_project(path, write=False)
            try:
                beside.snapshot(to)
            finally:
                beside.close()
            return to

        self._desk.jobs.start(
            translate("Colleagues", "Writing the file for the lead"), work, self._on_handed_in, self._failed
        )

    def _on_handed_in(self, file: Path) -> None:
        said = translate("Colleagues", "Handed in: {file}. Send it to the lead.").format(
            file=f"\u2068{file.name}\u2069"
        )
        self._desk.strip.say(said, "done")

    # --- receiving
    def ask_receive(self) -> None:
        """Ask for a colleague's file."""
        title, kinds = translate("Colleagues", "Receive a colleague’s file"), f"Tawsim (*{SUFFIX})"
        chosen = QFileDialog.getOpenFileName(self._desk.window, title, "", kinds)[0]
        if chosen:
            self.receive(Path(chosen))

    def receive(self, path: Path) -> None:
        """Read a colleague's file beside, then take its layers in."""
        self._read(path, self._take_in, self._failed)

    def drop(self, path: Path) -> bool:
        """A project was dropped: if another is open for writing and it may be a colleague's, ask what is meant."""
        workspace = self._desk.workspace
        if not workspace.writable or workspace.project is None or path.resolve() == workspace.project.path.resolve():
            return False
        self._read(path, lambda file: self._ask_meaning(path, file), lambda _: self._open(path))
        return True

    def _ask_meaning(self, path: Path, file: ColleagueFile) -> None:
        project = self._desk.workspace.project
        here = {one.id for one in project.documents()} if project is not None else set()
        if file.annotator.id == (project.annotator().id if project else "") or not any(
            layer.document.id in here or (project and project.find(hash=layer.document.hash)) for layer in file.layers
        ):
            self._open(path)
            return
        dialog = ReceiveDialog(self._desk.window, file.annotator.name)
        dialog.wanted.connect(lambda yes: self._take_in(file) if yes else self._open(path))
        dialog.open()

    def _open(self, path: Path) -> None:
        self._projects.open_project(path)

    def _read(self, path: Path, done: Callable[[ColleagueFile], None], failed: Callable[[str], None]) -> None:
        services = self._desk.workspace.services

        def work(job: Job) -> ColleagueFile:
            job.report(0, 1)
            return services.read_colleague_file(path)

        self._desk.jobs.start(translate("Colleagues", "Reading a colleague’s file"), work, done, failed)

    def _take_in(self, file: ColleagueFile) -> None:
        session = self._desk.workspace.session
        if session is None:
            return
        try:
            report = receive(session, file)
        except TawsimError as error:
            self._desk.strip.say(error_text(error), "refused")
            return
        self._desk.strip.say(_received(report), "refused" if report.skipped else "done", undo=report.documents > 0)

    def _failed(self, why: str) -> None:
        self._desk.strip.say(why, "refused")

    # --- who one is
    def _ask_name(self) -> None:
        """A hand-out asks once who its annotator is."""
        workspace = self._desk.workspace
        project = workspace.project
        if project is None or not workspace.writable or not project.setting(ASK_NAME, False):
            return
        dialog = WhoDialog(self._desk.window, project.annotator().name)
        dialog.named.connect(lambda name: self._on_name(project.annotator(), name))
        dialog.open()

    def _on_name(self, annotator: Annotator, name: str) -> None:
        project = self._desk.workspace.project
        if project is None or project.annotator().id != annotator.id:
            return
        if name == annotator.name or self._desk.attempt(RenameAnnotator(annotator=annotator.id, name=name)) is not None:
            project.set_setting(ASK_NAME, False)


def _received(report: ReceiveReport) -> str:
    counts = Counts()
    if not report.documents and not report.skipped:
        return translate("Colleagues", "{name}: nothing new in that file.").format(
            name=f"\u2068{report.annotator}\u2069"
        )
    said = translate("Colleagues", "{name}: received {documents}, {spans}, {relations}.").format(
        name=f"\u2068{report.annotator}\u2069",
        documents=counts.documents(report.documents),
        spans=counts.spans(report.spans),
        relations=counts.relations(report.relations),
    )
    if report.skipped:
        first = report.skipped[0]
        left = translate("Colleagues", "Left out: {documents} ({document}: {why}).")
        said += " " + left.format(
            documents=counts.documents(len(report.skipped)), document=f"\u2068{first.document}\u2069", why=first.why
        )
    if report.labels:
        said += " " + translate("Colleagues", "Labels not in this set: {labels}").format(
            labels=", ".join(report.labels)
        )
    return said
