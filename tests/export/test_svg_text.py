import base64
import re
import xml.etree.ElementTree as ET
from typing import Any

import pytest

from argmap.diagram import DiagramError
from argmap.diagram.fonts import BOLD, REGULAR, Face, Fonts
from argmap.diagram.painting import Text, painted
from argmap.export import ExportOptions, embedding, export, svg
from argmap.export.drawing import laid_out
from argmap.export.glyphs import joined, placed, strike
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples
from tests.export import drawn
from tests.export.test_svg import ARABIC, SVG, font

EMBEDDED, OUTLINED = ExportOptions(text="embedded"), ExportOptions(text="outlined")
USE, LINK = f"{SVG}use", "{http://www.w3.org/1999/xlink}href"


def files_in(source: str) -> dict[tuple[str, int], Any]:
    """The fonts that a drawing brings along, by family and weight, read back."""
    import uharfbuzz

    rules = re.findall(
        r"@font-face\{font-family:'([\w -]+)';font-weight:(\d+);src:url\(data:font/[to]tf;base64,([\w+/=]+)\)\}", source
    )
    return {
        (family, int(weight)): uharfbuzz.Face(uharfbuzz.Blob(base64.b64decode(data))) for family, weight, data in rules
    }


def lines_of(map: ArgumentMap, options: ExportOptions) -> list[Text]:
    return [text for item in painted(laid_out(map, options)) for text in item.texts]


def test_embedded_fonts_hold_the_characters_that_are_drawn_and_hardly_more() -> None:
    source = export(samples.small(), "svg", EMBEDDED).decode()
    files = files_in(source)
    lines = lines_of(samples.small(), EMBEDDED)
    assert {weight for _, weight in files} == {REGULAR, BOLD}
    for (_, weight), face in files.items():
        drawn_here = {char for text in lines if text.bold == (weight == BOLD) for char in text.line}
        assert set(map(chr, face.unicodes)) == drawn_here
        assert len(drawn_here) < face.glyph_count < 2 * len(drawn_here)
        assert not face.has_var_data


def test_embedded_fonts_are_the_figures_own_and_come_first() -> None:
    root = ET.fromstring(export(samples.small(), "svg", EMBEDDED))
    (family,) = {family for family, _ in files_in(ET.tostring(root, encoding="unicode"))}
    assert re.fullmatch(r"Arimo [0-9a-f]{8}", family)
    assert root.attrib["font-family"].startswith(f"'{family}', Arimo, ")
    other = ET.fromstring(export(samples.sourced(), "svg", EMBEDDED))
    assert family not in other.attrib["font-family"]


def test_embedded_fonts_set_text_as_wide_as_it_was_measured(tmp_path: Any) -> None:
    import uharfbuzz

    bundled = Fonts.of().faces[0]
    for weight in (REGULAR, BOLD):
        path = tmp_path / f"{weight}.ttf"
        path.write_bytes(embedding.subset(bundled, weight, "AVoffice éfi"))
        face = Face(path)
        for text in ("AVA office", "éfi"):
            assert face.width(text) == pytest.approx(bundled.width(text, weight), abs=0.002)
        assert uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes())).glyph_count < 20


def test_joined_letters_are_embedded_with_the_letters() -> None:
    path = font("fontpkg-noto-sans-arabic", ".ttf")
    map = ArgumentMap(entries={"s": Statement(text=ARABIC)})
    source = export(map, "svg", ExportOptions(text="embedded", fonts=(path,))).decode()
    ((family, weight),) = files_in(source)
    assert family.startswith("Noto Sans Arabic ")
    assert weight == BOLD
    assert f"font-family=\"'{family}', 'Noto Sans Arabic', " in source
    assert files_in(source)[family, weight].glyph_count > len(set(ARABIC)) + 10


def test_a_font_that_does_not_vary_is_embedded_once() -> None:
    path = font("noto-cjk-sans-jp-regular", ".otf")
    map = ArgumentMap(entries={"s": Statement(text="東京")})
    source = export(map, "svg", ExportOptions(text="embedded", fonts=(path,))).decode()
    assert [weight for _, weight in files_in(source)] == [REGULAR]
    assert "data:font/otf" in source


@pytest.mark.parametrize("text", drawn.HOSTILE)
def test_outlined_text_is_drawn_glyph_by_glyph_and_said(text: str) -> None:
    map = ArgumentMap(title=text, entries={"s": Statement(text=text)})
    root = ET.fromstring(export(map, "svg", ExportOptions(text="outlined", wrap=600)))
    assert root.findtext(f"{SVG}title") == text
    assert next(root.iter(f"{SVG}g")).attrib["aria-label"] == text
    named = [use.attrib[LINK] for use in root.iter(USE)]
    shown = text.replace(" ", "")
    assert len(set(zip(named, shown, strict=True))) == len(set(named)) == len(set(shown))


def test_outlined_text_needs_no_font() -> None:
    source = export(samples.small(), "svg", OUTLINED).decode()
    root = ET.fromstring(source)
    assert "font-" not in source
    assert not list(root.iter(f"{SVG}text"))
    defined = [path.attrib["id"] for path in root.iter(f"{SVG}path") if "id" in path.attrib]
    assert len(defined) == len(set(defined))
    assert {f"#{name}" for name in defined} == {use.attrib[LINK] for use in root.iter(USE)}
    said = [group.attrib["aria-label"] for group in root.iter(f"{SVG}g") if "aria-label" in group.attrib]
    figure = laid_out(samples.small(), OUTLINED)
    assert said == [joined([text.line for text in item.texts]) for item in painted(figure) if item.texts]


def test_outlined_glyphs_stand_where_live_text_does() -> None:
    fonts = Fonts.of()
    for text in lines_of(samples.small(), OUTLINED):
        found = list(placed(text, fonts))
        half = fonts.width(text.line, BOLD if text.bold else REGULAR) * text.size / 2
        assert found[0].x == pytest.approx(text.x - half)
        assert text.x + half - 1.1 * text.size < found[-1].x < text.x + half
        assert {glyph.y for glyph in found} == {text.y}


def test_the_line_through_struck_out_text_is_as_wide_as_the_text() -> None:
    fonts = Fonts.of()
    line = strike(Text("struck", 100, 50, 10, False, "#D55E00", True, True), fonts)
    assert line is not None
    (_, ((left, y),)), (_, ((right, _),)) = line.strokes
    assert right - left == pytest.approx(fonts.width("struck") * 10)
    assert (left + right) / 2 == pytest.approx(100)
    assert 45 < y < 49
    assert strike(Text("kept", 100, 50, 10, False, "#D55E00", False, True), fonts) is None


def test_pictures_in_colours_are_named_where_they_cannot_be_outlined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Face, "pictures", True)
    monkeypatch.setattr(Face, "outline", lambda *_: ())
    with pytest.raises(DiagramError, match="Arimo draws 'ab c' as pictures in colours"):
        list(placed(Text("ab c", 0, 0, 9, False, "#000000", False, True), Fonts.of()))
    assert not list(placed(Text(" ", 0, 0, 9, False, "#000000", False, True), Fonts.of()))


def test_lines_are_joined_as_they_were_broken() -> None:
    assert joined(["one", "two"]) == "one two"
    assert joined(["東京の", "中心部"]) == "東京の中心部"
    assert joined(["", "P1"]) == "P1"
    assert joined([]) == ""


def test_live_text_is_what_svg_holds_unless_asked_otherwise() -> None:
    figure = laid_out(samples.small(), ExportOptions())
    assert svg.svg(figure) == svg.svg(figure, "live") == export(samples.small(), "svg").decode()
