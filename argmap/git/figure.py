"""Two versions of a map in one figure, readable in grey: signs with words say what became of what."""

from argmap.diagram.marks import Marks
from argmap.diagram.words.describe import description
from argmap.export import ExportOptions
from argmap.git.differences import Removed, differences
from argmap.git.marking import Marking
from argmap.git.told import counted, told
from argmap.git.union import united
from argmap.model import ArgumentMap

_MOST_TOLD = 40


def comparison(
    old: ArgumentMap, new: ArgumentMap, was: str = "old", now: str = "new"
) -> tuple[ArgumentMap, ExportOptions]:
    """A map that holds both, and the options that mark in its figure what changed.

    The map is the new one with what was removed where it stood, and with references where something stood that has
    moved. Labels are the new map's; those of what was removed say "old". `was` and `now` name the two, for the title,
    the caption and the description.
    """
    union = united(old, new)
    aside = union.aside
    changes = [Removed(aside.get(c.id, c.id)) if isinstance(c, Removed) else c for c in differences(old, new)]
    marking = Marking(union, changes)
    title = f"{union.map.title}: {was} → {now}" if union.map.title else f"{was} → {now}"
    unseen = sum(not marking.shows(change) for change in changes)
    said = counted(changes) or ("changes of the map's head only" if changes else "nothing changed")
    said += f"; {unseen} {'change is' if unseen == 1 else 'changes are'} not drawn" if unseen else ""
    before = union.old.relabelled(union.map.outline.labels)
    words = [told(change, before, new) for change in changes[:_MOST_TOLD]]
    words += [f"and {len(changes) - _MOST_TOLD} more"] if len(changes) > _MOST_TOLD else []
    about = f"{description(new)} Compared, {was} → {now}: {said}. {'; '.join(words)}".strip()
    marks = Marks(marking.boxes, marking.inferences, (title, said), about)
    return union.map.model_copy(update={"title": title}), ExportOptions(labels=True, marks=marks)
