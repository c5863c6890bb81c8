"""What an entry says of others, under their other names."""

from collections.abc import Callable
from typing import Any

from argmap.model import Conditional, Entry, Inference, Scenario, Sentence, Source, Statement, formula
from argmap.model.scenarios import denies, supposed_id


def renamed_mentions(entry: Entry, name: Callable[[str], str]) -> dict[str, Any]:
    """The fields of an entry that mention others, every id in them replaced by its name; only what differs."""
    fields: dict[str, Any] = {}
    if isinstance(entry, Sentence):
        fields["stands_in"] = tuple(name(id) for id in entry.stands_in)
    if isinstance(entry, Inference):
        fields["target"] = name(entry.target)
    if isinstance(entry, Scenario):
        fields["suppose"] = tuple(_supposing(supposition, name) for supposition in entry.suppose)
    if isinstance(entry, Conditional):
        fields["antecedent"] = formula.renamed(entry.antecedent, name)
        fields["consequent"] = formula.renamed(entry.consequent, name)
    if isinstance(entry, Statement) and entry.means is not None:
        fields["means"] = formula.renamed(entry.means, name)
    if isinstance(entry, Sentence | Scenario | Source):
        fields["anchor"] = tuple(anchor.model_copy(update={"source": name(anchor.source)}) for anchor in entry.anchor)
    return {field: value for field, value in fields.items() if value != getattr(entry, field)}


def _supposing(supposition: str, name: Callable[[str], str]) -> str:
    id = name(supposed_id(supposition))
    if id == supposed_id(supposition):
        return supposition
    return f"not {id}" if denies(supposition) else id
