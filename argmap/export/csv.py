"""CSV: the statements of a map as a table, for spreadsheets and statistics.

Source: RFC 4180.
"""

import csv
import io
from collections.abc import Iterator

from argmap.export.options import ExportOptions
from argmap.export.unmarked import refuse_empty, refuse_marks
from argmap.model import ArgumentMap, Conditional, Objection, Reason, Row, RowKind, Sentence
from argmap.model import formula as formulas
from argmap.model.links import formulas_of
from argmap.model.sources import Anchor
from argmap.model.visible import visible
from argmap.model.wording import sentence

COLUMNS = (
    "label", "id", "role", "kind", "text", "in", "for", "against", "if", "then", "means", "qualifier", "short",
    "implicit", "by", "tags", "note", "anchors",
)  # fmt: skip
_BEGIN_FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_GUARD = "'"


def write(map: ArgumentMap, options: ExportOptions) -> bytes:
    """A row for each statement and conditional, in outline order, below a row with the names of COLUMNS.

    `text` is the sentence, of a conditional as it is read out; `in` are the ids of the reasons and objections that it
    stands in, `for` and `against` those of what these bear on; `if`, `then` and `means` are formulas over ids;
    `implicit` is yes or nothing. Where a cell holds several things, each has a line: of `anchors` the source, the
    paragraph and the words, as in "report ¶4: the first words … the last words".

    UTF-8 with a byte order mark, by which spreadsheets know it, and lines that end in CR LF. So that no spreadsheet
    takes a text for a formula, a cell that begins with =, +, -, @ (or their wide forms, spaces before them or not), a
    line's end or an apostrophe has one apostrophe more in front; whoever reads the file drops the first apostrophe of
    every cell that has one, and has the texts as they were. Control characters are shown as signs. Raises DiagramError
    for a map without statements, and for marks, which it can't show.
    """
    refuse_marks(options, "csv")
    refuse_empty(map)
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for id, entry in _in_order(map):
        table.writerow([_guarded(visible(cell)) for cell in _cells(map, id, entry)])
    return b"\xef\xbb\xbf" + written.getvalue().encode()


def told(map: ArgumentMap, data: bytes) -> str:
    """In words, how many cells have an apostrophe in front of their text; "" where none has."""
    count = sum(_guarded(cell := visible(each)) != cell for id, e in _in_order(map) for each in _cells(map, id, e))
    if not count:
        return ""
    cells = "1 cell has" if count == 1 else f"{count} cells have"
    return f"{cells} an apostrophe in front, so that no spreadsheet takes the text for a formula"


def _in_order(map: ArgumentMap) -> Iterator[tuple[str, Sentence]]:
    """Every statement and conditional once: as the outline unfolds them, then propositions, then the rest."""
    rows: tuple[Row, ...] = (*map.outline.rows, *map.outline.tray)
    ids = dict.fromkeys(row.id for row in rows if row.kind is RowKind.SENTENCE)
    ids |= dict.fromkeys(map.outline.labels)
    ids |= dict.fromkeys(id for id, _ in map.sentences())
    for id in ids:
        if (entry := map.sentence(id)) is not None:
            yield id, entry


def _cells(map: ArgumentMap, id: str, entry: Sentence) -> tuple[str, ...]:
    """The cells of a row, in the order of COLUMNS."""
    places = [(place, map.inference(place)) for place in dict.fromkeys(entry.stands_in)]
    written = [formulas.write(each) for each in formulas_of(entry)]
    antecedent, consequent = written if isinstance(entry, Conditional) else ("", "")
    return (
        map.outline.labels.get(id, ""),
        id,
        map.outline.roles[id],
        entry.kind,
        sentence(map, id),
        "\n".join(place for place, _ in places),
        "\n".join(each.target for _, each in places if isinstance(each, Reason)),
        "\n".join(each.target for _, each in places if isinstance(each, Objection)),
        antecedent,
        consequent,
        "" if isinstance(entry, Conditional) else "".join(written),
        (entry.qualifier or "") if isinstance(entry, Conditional) else "",
        entry.short or "",
        "yes" if entry.implicit else "",
        entry.by or "",
        "\n".join(entry.tags),
        entry.note or "",
        "\n".join(_anchored(anchor) for anchor in entry.anchor),
    )


def _anchored(anchor: Anchor) -> str:
    """An anchor in words: its source, paragraph, and first and last words."""
    words = f"{anchor.head} … {anchor.tail}" if anchor.tail is not None else anchor.head
    return f"{anchor.source} ¶{anchor.para}: {words}"


def _guarded(cell: str) -> str:
    begins = cell.startswith(("\n", _GUARD)) or cell.lstrip().startswith(_BEGIN_FORMULAS)
    return _GUARD + cell if begins else cell
