"""What if: what is supposed, what becomes of the map, and why."""

from collections.abc import Iterable, Iterator

from argmap.logic import Outcome, chain, why
from argmap.logic.words import told_conflict, told_ground, told_inferred, told_may, told_verdict
from argmap.model import ArgumentMap, Objection, wording
from argmap.tui.visible import visible
from argmap.tui.widgets.lines import Line, LinesView
from argmap.tui.wrap import clip, wrap

_MOST = 200
_INDENT = "  "
_WHY = "Why "
_LONGEST_TITLE = 200


class ScenarioView(LinesView):
    """Shows suppositions and their outcome, and why the selected row is as it is."""

    def __init__(self) -> None:
        super().__init__("scenario")
        self._told: tuple[ArgumentMap, Outcome, str, str | None, bool] | None = None

    def tell(self, map: ArgumentMap, outcome: Outcome, title: str, selected: str | None, looking: bool) -> None:
        """Show an outcome, the scenario's title above it and the `selected` entry's grounds below.

        `looking` says that what needs cases told apart is still looked for.
        """
        before = self._told
        self._told = (map, outcome, title, selected, looking)
        self._wrap()
        if before is None or before[1].suppositions != outcome.suppositions:
            self.scroll_home(animate=False)
        elif before[3] != selected:
            self._show_why()

    def _show_why(self) -> None:
        """Scroll to the grounds of the selected entry, where they aren't in sight."""
        heads = [
            number for number, ((text, style),) in enumerate(self.lines) if style == "strong" and text.startswith(_WHY)
        ]
        if heads and len(self.lines) > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=heads[-1], animate=False)

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._wrap()

    def _wrap(self) -> None:
        if self._told is None:
            return
        width = max(self.scrollable_content_region.width, 12)
        lines: list[Line] = []
        for text, style in scenario_lines(*self._told):
            inner = _INDENT if style == "plain" else ""
            lines += [((inner + part, style),) for part in wrap(visible(text), width - len(inner))]
        self.show(lines, width)


def scenario_lines(
    map: ArgumentMap, outcome: Outcome, title: str, selected: str | None, looking: bool
) -> Iterator[tuple[str, str]]:
    """The lines of a scenario with the names of their styles: headings `strong`, what is told under them `plain`."""
    yield clip(title, _LONGEST_TITLE), "strong"
    for id, true in outcome.suppositions.items():
        yield f"{'true' if true else 'false'}: {_named(map, id)}", "plain"
    if outcome.entailed.conflict:
        yield told_conflict(map, outcome.entailed.conflict, outcome.suppositions), "mark"
        for id in outcome.entailed.conflict:
            yield _named(map, id), "plain"
    others = [id for id in outcome.changed if id not in outcome.suppositions and not _is_answered(map, id)]
    others.sort(key=lambda id: (id not in map.outline.mains, map.links.position[id]))
    yield from _listed(map, outcome, "What changes", others)
    yield from _listed(map, outcome, "What may", [id for id in outcome.may_now if id not in outcome.suppositions])
    yield from _listed(map, outcome, "Main conclusions", [id for id in map.outline.mains if id not in others])
    if selected is not None and selected in outcome.standing.values and selected not in outcome.suppositions:
        yield f"{_WHY}{map.outline.label(selected)} {told_verdict(map, outcome, selected)}", "strong"
        yield from ((line, "plain") for line in grounds(map, outcome, selected))
    if not outcome.entailed.complete:
        unknown = "There are too many cases to look at all of them: more may be entailed than is told here."
        yield ("looking at every case …" if looking else unknown), "dim"


def grounds(map: ArgumentMap, outcome: Outcome, id: str) -> Iterator[str]:
    """Why something stands, falls or is open, link by link; and how it is entailed, where it is."""
    links = why(map, outcome.suppositions, id)
    if id in outcome.standing.may:
        yield told_may(map, id)
        links = tuple(link for link in links if link.how != "undecided")
    shown = [link for link in links if link.how != "asserted" or link.id == id]
    yield from (told_ground(map, link) for link in shown[-_MOST:])
    if id in outcome.entailed.values and map.outline.roles.get(id) != "premise" and id not in outcome.suppositions:
        yield "Entailed:" if outcome.entailed.values[id] else "Refuted:"
        inferred = chain(map, outcome.suppositions, id)
        steps = [link for link in inferred if link.by is not None]
        yield from (told_inferred(map, link, outcome.suppositions) for link in steps[-_MOST:])


def _listed(map: ArgumentMap, outcome: Outcome, heading: str, ids: Iterable[str]) -> Iterator[tuple[str, str]]:
    found = list(ids)
    if found:
        yield heading, "strong"
    for id in found[:_MOST]:
        yield f"{map.outline.label(id)} {told_verdict(map, outcome, id)}: {_named(map, id, label=False)}", "plain"
    if len(found) > _MOST:
        yield f"and {len(found) - _MOST} more", "dim"


def _is_answered(map: ArgumentMap, id: str) -> bool:
    entry = map.entries.get(id)
    return isinstance(entry, Objection) and entry.answered is not None


def _named(map: ArgumentMap, id: str, label: bool = True) -> str:
    inference = map.inference(id)
    words = (
        wording.short(map, id)
        if inference is None
        else f"{inference.kind} {_bearing(map, inference.target, inference.kind)}"
    )
    return f"{map.outline.label(id)} {words}" if label else words


def _bearing(map: ArgumentMap, target: str, kind: str) -> str:
    return f"{'to' if kind == 'objection' else 'for'} {map.outline.label(target)}"
