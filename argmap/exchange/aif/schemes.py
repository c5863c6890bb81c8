"""The names of argumentation schemes: which say nothing, which are rules, which are worth a note."""

import re

from argmap.logic.rules import RULES
from argmap.model import Inference, Objection

_SAY_NOTHING = {
    "RA": frozenset(("", "ra", "defaultinference", "inference", "support", "logos")),
    "CA": frozenset(("", "ca", "defaultconflict", "conflict", "attack", "logos")),
}
"""Names that say no more than the type of the node does."""
_DEFAULT_IDS = frozenset(("0", "71", "72"))
"""The numbers that AIFdb gives the default conflict and the default inference."""
DEFAULTS = {"reason": ("RA", "Default Inference", "72"), "objection": ("CA", "Default Conflict", "71")}
"""How a node of each kind is written where its scheme is not named: type, text, number of the scheme."""
NO_RULE = "none"


def read_scheme(kind: str, names: tuple[str, ...]) -> tuple[str | None, str | None]:
    """What text and schemes of an inference node, RA or CA, say: the rule, where argmap knows it; else a note."""
    plain = {name: re.sub(r"[\W_]", "", name.casefold()) for name in names}
    told = {key: " ".join(name.split()) for name, key in plain.items() if key not in _SAY_NOTHING[kind]}
    named = [name for key, name in told.items() if not key.isdecimal()]
    if not named:
        named = [f"number {key} of AIFdb" for key in told if key not in _DEFAULT_IDS]
    if len(named) == 1 and (rule := " ".join(named[0].casefold().replace("-", " ").split())) in RULES:
        return rule, None
    return None, f"Scheme: {', '.join(named)}" if named else None


def written_scheme(inference: Inference) -> str:
    """The text of the node of an inference: its rule, else the default's name."""
    if inference.rule and inference.rule != NO_RULE:
        return inference.rule
    return DEFAULTS["objection" if isinstance(inference, Objection) else "reason"][1]
