"""Every code that a check or the reader may report, a module for each family."""

from argmap.check.codes import exchange, file, logic, sources, structure, wording
from argmap.check.codes.code import Code

CODES: dict[str, Code] = {
    code.code: code
    for family in (
        file.CODES,
        structure.CODES,
        logic.CODES,
        sources.CODES,
        wording.CODES,
        exchange.CODES,
    )
    for code in family
}
"""Every code by its name."""

__all__ = ["CODES", "Code"]
