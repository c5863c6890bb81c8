"""Who stands where: the map's pointers read backwards, in file order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from argmap.model import formula
from argmap.model.entry import Entry
from argmap.model.inferences import Inference
from argmap.model.statements import Conditional, Sentence, Statement


def formulas_of(entry: Entry) -> tuple[formula.Formula, ...]:
    """The formulas written in an entry: IF and THEN of a conditional, what a statement means."""
    if isinstance(entry, Conditional):
        return (entry.antecedent, entry.consequent)
    if isinstance(entry, Statement) and entry.means is not None:
        return (entry.means,)
    return ()


def mentioned_by(entry: Entry) -> tuple[str, ...]:
    """The ids an entry's formulas mention, each once, in reading order."""
    return tuple(dict.fromkeys(id for f in formulas_of(entry) for id in formula.atoms(f)))


@dataclass(frozen=True)
class Links:
    """The pointers of a map, read backwards; every tuple is in file order.

    `position` is an entry's place in the file, from 0; `members` maps an inference to the sentences
    in it; `inferences` maps a target to the reasons and objections that bear on it; `mentions` maps
    an id to the sentences whose formulas mention it. Ids that name nothing are keys here too.
    """

    position: Mapping[str, int]
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    inferences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    mentions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Mapping[str, Entry]) -> "Links":
        """Read every pointer of a map."""
        start = cls({}, {}, {}, {})
        return start.followed({}, entries, entries)

    def followed(self, old: Mapping[str, Entry], new: Mapping[str, Entry], touched: Iterable[str]) -> "Links":
        """The links after an edit that added, changed, moved or removed the `touched` ids only."""
        position = dict(zip(new, range(len(new)), strict=True))
        tables: tuple[dict[str, tuple[str, ...]], ...] = (
            dict(self.members),
            dict(self.inferences),
            dict(self.mentions),
        )
        gone: tuple[dict[str, set[str]], ...] = ({}, {}, {})
        come: tuple[dict[str, list[str]], ...] = ({}, {}, {})
        for id in touched:
            for table, entry in ((gone, old.get(id)), (come, new.get(id))):
                for which, parent in pointers(entry):
                    if table is gone:
                        gone[which].setdefault(parent, set()).add(id)
                    else:
                        come[which].setdefault(parent, []).append(id)
        for which, tabled in enumerate(tables):
            for parent in gone[which].keys() | come[which].keys():
                leaving = gone[which].get(parent, ())
                ids = [id for id in tabled.get(parent, ()) if id not in leaving]
                ids += come[which].get(parent, ())
                if ids:
                    tabled[parent] = tuple(sorted(ids, key=position.__getitem__)) if len(ids) > 1 else (ids[0],)
                else:
                    tabled.pop(parent, None)
        return Links(position, *tables)


_MEMBERS, _INFERENCES, _MENTIONS = range(3)


def pointers(entry: Entry | None) -> list[tuple[int, str]]:
    """What an entry points to: (0, its inferences), (1, its target), (2, what its formulas mention)."""
    if isinstance(entry, Sentence):
        found = [(_MEMBERS, id) for id in dict.fromkeys(entry.stands_in)]
        return found + [(_MENTIONS, id) for id in mentioned_by(entry)]
    if isinstance(entry, Inference):
        return [(_INFERENCES, entry.target)]
    return []


def same_structure(one: Entry | None, other: Entry | None) -> bool:
    """Whether the outline can't tell two entries apart: same kind, same pointers, same formulas."""
    if one is None or other is None or type(one) is not type(other):
        return False
    return pointers(one) == pointers(other) and formulas_of(one) == formulas_of(other)
