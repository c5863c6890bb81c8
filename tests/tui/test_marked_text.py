"""What is marked in the source pane: passages by role, offered conditionals, markers."""

from hypothesis import example, given
from hypothesis import strategies as st

from argmap.format import read
from argmap.source import Document, Passage, anchor_to
from argmap.source.candidates import candidates
from argmap.source.markers import markers
from argmap.tui.marked_text import Reading, mapped_in, overlay
from argmap.tui.source_layout import lay_out

TEXT = """\
Trams should run, because many people work late and the night buses are full.

If the tracks are mended, the noise goes. But drivers object.
"""
DOCUMENT = Document.of(TEXT)


def written(words):
    start = TEXT.index(words)
    anchor = anchor_to(DOCUMENT, "report", Passage(start, start + len(words)))
    tail = f', to = "{anchor.tail}"' if anchor.tail else ""
    where = f'para = {anchor.para}, from = "{anchor.head}"{tail}, words = {anchor.words}, hash = "{anchor.hash}"'
    return f'{{ source = "report", {where} }}'


MAP = read(
    f"""argmap = 1
[source.report]
title = "Report"
[statement.run]
text = "Run them."
anchor = {written("Trams should run")}
[reason.because]
for = "run"
[statement.late]
text = "Late shifts."
in = "because"
anchor = {written("many people work late and the night buses are full")}
[statement.full]
text = "Full buses."
in = "because"
anchor = [{written("the night buses are full")}, {written("drivers object")}]
[objection.but]
against = "run"
[statement.object]
text = "Drivers object."
in = "but"
anchor = {written("drivers object")}
[statement.gone]
text = "Lost."
in = "because"
anchor = {{ source = "report", para = 1, from = "zebras dance", words = 2, hash = "00000000" }}
[statement.elsewhere]
text = "Elsewhere."
in = "because"
anchor = {{ source = "letter", para = 1, from = "trams should run" }}
""".encode()
).map


def test_what_points_into_a_text_comes_in_its_order_the_longer_first():
    mapped = mapped_in(MAP, "report", DOCUMENT)
    assert [(m.label, m.role) for m in mapped] == [
        ("C1", "conclusion"),
        ("P1", "premise"),
        ("P2", "premise"),
        ("P2", "premise"),
        ("O1", "opponent"),
    ]
    assert [TEXT[slice(*m.passage)] for m in mapped][2] == "the night buses are full"


def test_the_smallest_passage_round_a_place_comes_first():
    reading = Reading(mapped=mapped_in(MAP, "report", DOCUMENT))
    start = TEXT.index("night buses")
    assert [m.label for m in reading.at(Passage(start, start + 5))] == ["P2", "P1"]
    assert reading.at(Passage(len(TEXT) - 1, len(TEXT))) == []


def test_lines_carry_their_marks_and_the_gutter_the_labels():
    layout = lay_out(DOCUMENT, 24)
    marks = overlay(layout, mapped_in(MAP, "report", DOCUMENT), candidates(DOCUMENT), markers(DOCUMENT))
    shown = {number: layout.text(line) for number, line in enumerate(layout.lines)}
    told = {
        (shown[number][span.start : span.end], span.style) for number, spans in marks.spans.items() for span in spans
    }
    assert ("Trams should run", "conclusion") in told
    assert ("because", "marker-premise") in told
    assert ("But", "marker-contrast") in told
    assert any(style == "offered" for _, style in told)
    first = next(number for number, text in shown.items() if text.startswith("Trams"))
    offered = next(number for number, text in shown.items() if text.startswith("If the"))
    assert marks.gutter[first].startswith("C1")
    assert marks.gutter[offered] == "⇒"
    long = next(m for m in mapped_in(MAP, "report", DOCUMENT) if m.label == "P1")
    first, *below = [number for number, _ in layout.lines_of(long.passage)]
    assert marks.gutter[first].startswith("P1")
    assert {marks.gutter[number] for number in below} == {"│", "P2"}
    assert max(map(len, marks.gutter.values())) <= marks.gutter_width


@example("aaaaaaa\u202e", 2, 7, 8)
@given(
    st.text(alphabet="ab c\n\t\x1b\u202e東", max_size=60), st.integers(1, 20), st.integers(0, 60), st.integers(0, 60)
)
def test_a_passage_is_shown_by_exactly_its_characters(text, width, one, other):
    document = Document.of(text)
    layout = lay_out(document, width)
    start, end = sorted((min(one, len(document.text)), min(other, len(document.text))))
    parts = [layout.text(layout.lines[number])[a:b] for number, (a, b) in layout.lines_of(Passage(start, end))]
    shown = "".join(part.replace(" ", "") for part in parts)
    inside = "".join(
        lay_out(Document.of(f"x{character}x"), 99).shown[0].text[1:-1]
        for character in document.text[start:end]
        if not character.isspace()
    )
    assert shown == inside


@given(st.text(alphabet="ab c\n\x1b東", min_size=1, max_size=60), st.integers(4, 20))
def test_a_cell_leads_back_to_the_character_shown_there(text, width):
    document = Document.of(text)
    layout = lay_out(document, width)
    for number, line in enumerate(layout.lines):
        shown = layout.text(line)
        used = line.indent
        for at, character in enumerate(shown):
            offset = layout.offset_at(number, used)
            assert layout.line_at(offset) == number or not shown.strip()
            if line.paragraph >= 0:
                assert layout.shown[line.paragraph].at(offset) <= line.start + at
            used += 2 if character == "東" else 1
