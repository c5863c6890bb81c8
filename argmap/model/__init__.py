"""Statements, inferences, sources, scenarios, the map of them, and its derived outline."""

from argmap.model.argument_map import FORMAT_VERSION, ArgumentMap
from argmap.model.entry import Entry, Kind
from argmap.model.inferences import Inference, Objection, Reason
from argmap.model.links import Links
from argmap.model.outline import Outline
from argmap.model.problem import Problem, Severity
from argmap.model.roles import Role
from argmap.model.row import Row, RowKind
from argmap.model.scenarios import Scenario
from argmap.model.sources import Anchor, Source
from argmap.model.statements import Conditional, Sentence, Statement

KINDS: dict[Kind, type[Entry]] = {
    model.kind: model for model in (Source, Statement, Conditional, Reason, Objection, Scenario)
}
"""The model of each kind of table."""

__all__ = [
    "FORMAT_VERSION",
    "KINDS",
    "Anchor",
    "ArgumentMap",
    "Conditional",
    "Entry",
    "Inference",
    "Kind",
    "Links",
    "Objection",
    "Outline",
    "Problem",
    "Reason",
    "Role",
    "Row",
    "RowKind",
    "Scenario",
    "Sentence",
    "Severity",
    "Source",
    "Statement",
]
