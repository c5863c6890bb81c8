"""What can be mended of a statement's wording by itself: only where nothing but the wording changes.

A statement is divided only while nothing else hangs on the whole of it: no formula or scenario mentions it, nothing
bears on it, and it has no wording for figures. The part that keeps the id keeps all else of the statement; the
other takes along the passages, whose claim it is, and whether the reader supplied it.
"""

from dataclasses import replace

from argmap.edit import Edited, also, because, beside, reword, set_fields
from argmap.edit.places import home
from argmap.model import ArgumentMap, Problem, Scenario, Statement
from argmap.model.scenarios import supposed_id
from argmap.source.english.claims import Reasoning, joined, reasoning
from argmap.source.english.parting import denied, judges, separable, surely_said
from argmap.source.fidelity import fidelity
from argmap.source.words import normalised

_KEPT = ("anchor", "by", "implicit")
"""What a part takes along of a statement."""


def fix(map: ArgumentMap, problem: Problem) -> Edited | None:
    """The map without a W problem, as one edit; None where only a person can mend it.

    “Therefore B” loses its first word; “B because A” becomes B with the reason A; “A; B” and “A and B” become two
    statements side by side. Words quoted from a source are left as they stand.
    """
    id = problem.id or ""
    statement = map.entries.get(id)
    if not isinstance(statement, Statement) or fidelity(map, id) == "quotation":
        return None
    if problem.code == "W103" and (inferred := reasoning(statement.text)) is not None:
        if inferred.premise is None:
            return _without_word(map, id, statement, inferred)
        return _with_reason(map, id, statement, inferred)
    return _side_by_side(map, id, statement) if problem.code == "W104" else None


def _without_word(map: ArgumentMap, id: str, statement: Statement, inferred: Reasoning) -> Edited | None:
    left, gone = normalised(inferred.conclusion), normalised(inferred.word)
    if len(left) + len(gone) != len(normalised(statement.text)) or reasoning(inferred.conclusion) is not None:
        return None
    return reword(map, id, inferred.conclusion)


def _with_reason(map: ArgumentMap, id: str, statement: Statement, inferred: Reasoning) -> Edited | None:
    text, word, premise, conclusion = statement.text, inferred.word, inferred.premise or "", inferred.conclusion
    mere_cause = not judges(conclusion) or (word.lower() == "because" and denied(conclusion))
    if mere_cause or _held(map, id, statement) or any(reasoning(part) for part in (premise, conclusion)):
        return None
    if not (separable(text, premise, conclusion, word) or separable(text, conclusion, premise, word)):
        return None
    reworded = reword(map, id, conclusion)
    added = because(reworded[0], home(map, id), premise)
    return _parted(map, id, statement, reworded, added)


def _side_by_side(map: ArgumentMap, id: str, statement: Statement) -> Edited | None:
    two, place = joined(statement.text), home(map, id)
    if two is None or not two.only or two.word not in ("", ";", "and") or _held(map, id, statement):
        return None
    if map.inference(place.parent) is None or len(statement.stands_in) != 1:
        return None
    if two.word == "and" and not (surely_said(two.first) and surely_said(two.second)):
        return None
    if not separable(statement.text, two.first, two.second, two.word):
        return None
    reworded = reword(map, id, two.first)
    added = beside(reworded[0], place, two.second)
    return _parted(map, id, statement, reworded, added)


def _held(map: ArgumentMap, id: str, statement: Statement) -> bool:
    """Whether something hangs on the whole of a statement."""
    supposed = any(
        id == supposed_id(one) for entry in map.entries.values() if isinstance(entry, Scenario) for one in entry.suppose
    )
    formal = statement.means is not None or id in map.links.mentions
    return supposed or formal or id in map.links.inferences or statement.short is not None


def _parted(map: ArgumentMap, id: str, statement: Statement, reworded: Edited, added: Edited) -> Edited:
    """The edits as one, the added part with what is said of the whole."""
    assert added[1].focus is not None
    kept = {field: value for field in _KEPT if (value := getattr(statement, field))}
    now, change = also(also(reworded, added), set_fields(added[0], added[1].focus.id, kept))
    return now, replace(change, summary=f"divided {map.outline.label(id)}")
