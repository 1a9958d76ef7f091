"""The tour leads a newcomer through the main job: each stop ends when it was done."""

from __future__ import annotations

from tests.window import Person


def test_the_tour_is_walked_by_doing(person: Person) -> None:
    person.window.table.run("tour")
    person.settle()
    tour = person.window.commands.window.tour
    assert tour is not None
    assert person.view.hasFocus()
    said = [tour.text()]
    for keys in (["Tab"], ["Enter"], ["Shift+Enter"]):
        person.press(*keys)
        said.append(tour.text())
    person.select("مواضيع")
    person.press("7")
    said.append(tour.text())
    person.press("[")
    person.press("Shift+[")
    said.append(tour.text())
    person.pick(person.spans()[0][0])
    person.press("R", "Enter")
    said.append(tour.text())
    assert len(set(said)) == 7
    assert "Ctrl+Z" in said[-1]
    for _ in range(2):
        tour.onward()
    assert person.window.commands.window.tour is None


def test_the_tour_can_be_left_and_ends_with_the_project(person: Person) -> None:
    person.window.table.run("tour")
    person.settle()
    person.press("Ctrl+W")
    assert person.window.commands.window.tour is None
