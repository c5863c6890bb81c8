"""Maps of every kind for property tests: any text in any field, pointers that may lead nowhere, ids of any script."""

import datetime

from hypothesis import strategies as st

from argmap.model import (
    Anchor,
    ArgumentMap,
    Conditional,
    Entry,
    Objection,
    Reason,
    Scenario,
    Source,
    Statement,
)
from argmap.model.formula import And, Atom, Not, Or

IDS = ["a", "b-1", "c_2", "ünder", "京都", "x.y", "12", "node", "not-a", "é!", "f7", "g8"]


def _built(model, **fields):
    return st.fixed_dictionaries(fields).map(lambda drawn: model(**drawn))


_texts = st.one_of(st.text(max_size=12), st.sampled_from(["Default Inference", "RA", "{", '"', "a\nb", " x ", "<b>"]))
_maybe = st.none() | _texts
_ids = st.sampled_from(IDS)
_lists = st.lists(_texts, max_size=2).map(tuple)
_formulas = st.recursive(
    _ids.map(Atom),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
    ),
    max_leaves=4,
)
_common = {"tags": _lists, "note": _maybe, "ignore": _lists}
_anchors = st.lists(
    _built(
        Anchor,
        source=_ids,
        para=st.integers(1, 99),
        head=_texts,
        tail=_maybe,
        words=st.none() | st.integers(1, 99),
        hash=st.sampled_from([None, "3f2a91c0"]),
    ),
    max_size=2,
).map(tuple)
_sentence = {
    **_common,
    "short": _maybe,
    "stands_in": st.lists(_ids, max_size=3).map(tuple),
    "implicit": st.booleans(),
    "by": _maybe,
    "anchor": _anchors,
}
_rules = st.sampled_from([None, "none", "modus ponens", "a rule of their own", "Default Inference", ""])
_entries: list[st.SearchStrategy[Entry]] = [
    _built(Statement, text=_texts, means=st.none() | _formulas, **_sentence),
    _built(
        Conditional,
        text=_maybe,
        antecedent=_formulas,
        consequent=_formulas,
        if_text=_maybe,
        then_text=_maybe,
        qualifier=st.sampled_from([None, "might", "likely", "unlikely"]),
        **_sentence,
    ),
    _built(Reason, target=_ids, rule=_rules, section=_maybe, **_common),
    _built(Objection, target=_ids, rule=_rules, answered=_maybe, **_common),
    _built(
        Source,
        title=_maybe,
        author=_maybe,
        date=st.sampled_from([None, "2025-03-04", "spring", datetime.date(2025, 3, 4)]),
        url=_maybe,
        file=_maybe,
        sha256=_maybe,
        text=_maybe,
        anchor=_anchors,
        **_common,
    ),
    _built(
        Scenario,
        title=_maybe,
        suppose=st.lists(_ids | _ids.map(lambda id: f"not {id}"), max_size=2).map(tuple),
        text=_maybe,
        anchor=_anchors,
        **_common,
    ),
]
_weighted = st.one_of(_entries[0], _entries[0], *_entries)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """A map with at least one statement, of which nothing else is sound."""
    ids = draw(st.lists(_ids, unique=True, min_size=1, max_size=8))
    entries = {id: draw(_weighted) for id in ids}
    if not any(isinstance(entry, Statement | Conditional) for entry in entries.values()):
        entries[ids[0]] = draw(_entries[0])
    return ArgumentMap(
        version=draw(st.sampled_from([1, 1, 2])),
        title=draw(_texts),
        main=draw(st.lists(_ids, max_size=2).map(tuple)),
        tags=draw(_lists),
        note=draw(_maybe),
        ignore=draw(_lists),
        entries=entries,
    )
