import random
import re
import xml.etree.ElementTree as ET
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.figure import Form
from argmap.diagram.fonts import BOLD, REGULAR, Fonts, extras
from argmap.diagram.words.describe import description
from argmap.diagram.words.prose import prose
from argmap.export import ExportOptions, export
from argmap.export.drawing import laid_out
from argmap.export.svg import font_families
from argmap.model import ArgumentMap, Reason, Statement
from tests.diagram import samples
from tests.diagram.figures import figure
from tests.diagram.fonts.static import static, written

SVG = "{http://www.w3.org/2000/svg}"
JAPANESE = "東京の中心部では、二酸化窒素の濃度が法定限度を超えている（2023年の調査）。"
ARABIC = "يجب على المدينة إغلاق البلدة القديمة أمام السيارات الخاصة."


def font(package: str, suffix: str) -> Path:
    """A font file of a package that a test needs; the test is skipped without it."""
    try:
        found = [Path(str(file.locate())) for file in files(package) or () if file.name.endswith(suffix)]
    except PackageNotFoundError:
        pytest.skip(f"{package} is not installed")
    return found[0]


def parsed(map: ArgumentMap, options: ExportOptions | None = None) -> ET.Element:
    return ET.fromstring(export(map, "svg", options))


def read_back(root: ET.Element) -> str:
    return " ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def one(text: str) -> ArgumentMap:
    return ArgumentMap(entries={"s": Statement(text=text)})


@pytest.mark.parametrize(
    "text",
    [
        "&#9731; &amp; &lt; & stay as they are",
        "<html> <b>bold</b> <table>",
        "<all of it>",
        "a \\n b \\l c \\r d \\N e \\G \\",
        'straight "quotes" and \\" and \'',
        "{a|b} [c] -> d; e // f /* g */ # h",
        "]]> <!-- --> <?xml?> </text></svg>",
        "“Curly” — dashes – é ő ñ Ω Ж ‘x’",
    ],
)
def test_text_is_data(text: str) -> None:
    assert read_back(parsed(one(text), ExportOptions(wrap=600))) == text


def test_control_characters_are_seen_and_leave_the_xml_sound() -> None:
    assert read_back(parsed(one("a\x00b\x1b[0m\u202ec\td\ne"), ExportOptions(wrap=600))) == (
        "a[U+0000]b[U+001B][0m[U+202E]c d e"
    )


def test_ids_and_titles_are_data_too() -> None:
    entries = {
        "a:b": Statement(text="Claim."),
        'r<">\\': Reason(target="a:b"),
        "x y\n&#9731;": Statement(text="Ground.", stands_in=('r<">\\',)),
        "for nowhere": Reason(target='no<such>"id\\'),
        "z": Statement(text="Left over.", stands_in=("for nowhere",)),
    }
    forms: tuple[Form, ...] = ("tree", "outline")
    for form in forms:
        root = parsed(ArgumentMap(title='<b> & "x" \\N', entries=entries), ExportOptions(form=form))
        assert root.findtext(f"{SVG}title") == '<b> & "x" \\N'
        assert 'unknown: no<such>"id\\' in read_back(root)


@pytest.mark.parametrize("form", ["tree", "outline"])
def test_drawn_text_lies_inside_its_drawn_box(form: Form) -> None:
    fonts = Fonts.of()
    root = parsed(samples.small(), ExportOptions(form=form))
    seen = 0
    for group in root.iter(f"{SVG}g"):
        outline = group.find(f"{SVG}path")
        if outline is None or not outline.attrib["d"].endswith("Z"):
            continue
        corners = [tuple(map(float, pair.split(","))) for pair in re.findall(r"[-\d.]+,[-\d.]+", outline.attrib["d"])]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        for text in group.iter(f"{SVG}text"):
            size = float(text.attrib["font-size"])
            weight = BOLD if text.attrib.get("font-weight") == "bold" else REGULAR
            half = fonts.width(text.text or "", weight) * size / 2
            x, y = float(text.attrib["x"]), float(text.attrib["y"])
            assert min(xs) + 2 <= x - half
            assert x + half <= max(xs) - 2
            assert min(ys) + 0.6 * size <= y <= max(ys) - 0.2 * size
            seen += 1
    assert seen > 10


def test_the_root_has_the_figures_own_size_title_and_description() -> None:
    small = samples.small()
    drawn, root = figure(small), parsed(small)
    assert root.attrib["width"] == f"{drawn.width:.2f}pt"
    assert root.attrib["viewBox"] == f"0 0 {drawn.width:.2f} {drawn.height:.2f}"
    assert root.findtext(f"{SVG}title") == "Closing the old town"
    assert root.findtext(f"{SVG}desc") == " ".join((description(small), *prose(small)))
    assert {group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")} >= {"C1", "P2", "O1", "R1"}
    source = export(small, "svg").decode()
    assert "Helvetica,sans-Serif" not in source
    assert "graphviz" not in source


def test_fonts_are_named_and_bold_is_a_weight() -> None:
    root = parsed(samples.small())
    assert root.attrib["font-family"] == "Arimo, Arial, Helvetica, 'Liberation Sans', sans-serif"
    first = next(root.iter(f"{SVG}text"))
    assert first.attrib["font-weight"] == "bold"


@pytest.mark.parametrize(("text", "name"), [(JAPANESE, "東 (U+6771"), (ARABIC, "ي (U+064A ARABIC LETTER YEH)")])
@pytest.mark.parametrize("format", ["svg", "png", "dot"])
def test_characters_that_no_font_has_are_named(
    text: str, name: str, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "packed_face", lambda font: None)
    with pytest.raises(DiagramError) as error:
        export(one(text), format)
    assert name in str(error.value)
    assert "--fallback FONT" in str(error.value)


@pytest.mark.parametrize(
    ("text", "package", "suffix", "family"),
    [
        (JAPANESE, "noto-cjk-sans-jp-regular", ".otf", "Noto Sans CJK JP"),
        (ARABIC, "fontpkg-noto-sans-arabic", ".ttf", "Noto Sans Arabic"),
    ],
)
def test_a_font_of_ones_own(text: str, package: str, suffix: str, family: str) -> None:
    path = font(package, suffix)
    options = ExportOptions(fonts=(path,), wrap=100)
    root = parsed(one(text), options)
    texts = list(root.iter(f"{SVG}text"))
    assert len(texts) > 2
    assert all(element.attrib["font-family"].startswith(f"'{family}'") for element in texts)
    shown = "".join("".join(element.itertext()) for element in texts)
    assert shown.replace("\u2067", "").replace("\u2069", "").replace(" ", "") == text.replace(" ", "")
    drawn = figure(one(text), fonts=(path,), wrap=100)
    fonts = Fonts.of((path,))
    assert all(fonts.width(line, BOLD) * 9 <= drawn.width - 10 for line in drawn.cells[0].words.lines)


def test_a_line_of_several_fonts_is_placed_run_by_run_and_read_in_order() -> None:
    path = font("fontpkg-noto-sans-arabic", ".ttf")
    text = "مرحبا Ж 12 بالعالم!"
    root = parsed(one(text), ExportOptions(fonts=(path,), wrap=300))
    spans = list(root.iter(f"{SVG}tspan"))
    families = {(span.text or "").strip("\u2066\u2067\u2069 "): span.attrib["font-family"] for span in spans}
    assert families["مرحبا"].startswith("'Noto Sans Arabic'")
    assert families["Ж 12"].startswith("Arimo")
    assert re.sub("[\u2066-\u2069]", "", "".join(span.text or "" for span in spans)) == text
    places = [float(span.attrib["x"]) for span in spans]
    assert places == sorted(places, reverse=True)
    assert all((span.text or "")[0] in "\u2066\u2067 " for span in spans)


def test_spaces_between_leftwards_runs_of_two_fonts_stand_between_them() -> None:
    path = font("fontpkg-noto-sans-arabic", ".ttf")
    fonts = Fonts.of((path,))
    map = one("مدينة עיר")
    arabic, hebrew = parsed(map, ExportOptions(fonts=(path,), wrap=300)).iter(f"{SVG}tspan")
    end = float(hebrew.attrib["x"]) + fonts.width("עיר", BOLD) * 9
    space = fonts.faces[1].width(" ", BOLD) * 9
    assert float(arabic.attrib["x"]) - end == pytest.approx(space, abs=0.02)


def test_viewers_do_not_adapt_letters_to_the_size_of_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert parsed(one("Claim.")).get("style") is None
    monkeypatch.setattr(Fonts.of().faces[0], "sized", True)
    assert parsed(one("Claim.")).get("style") == "font-optical-sizing:none"


def test_a_second_line_runs_as_its_paragraph_does() -> None:
    map = one("שלום " * 6 + "Smith, Jones!")
    texts = list(parsed(map, ExportOptions(wrap=100)).iter(f"{SVG}text"))
    assert len(texts) > 1
    assert all((text.text or "").startswith("\u2067") for text in texts)


def test_bold_text_is_called_bold_only_where_its_font_has_a_bold(tmp_path: Path) -> None:
    path = written(tmp_path / "Plain.ttf", static(400))
    texts = list(parsed(one("Claim."), ExportOptions(font=str(path))).iter(f"{SVG}text"))
    assert [text.get("font-weight") for text in texts] == [None]
    written(tmp_path / "Bold.ttf", static(700))
    texts = list(parsed(one("Claim."), ExportOptions(font=str(path))).iter(f"{SVG}text"))
    assert [text.get("font-weight") for text in texts] == ["bold"]


def test_a_hostile_family_name_stays_in_its_quotes() -> None:
    assert font_families("x', \"y\\\n") == "'x, y', Arimo, Arial, Helvetica, 'Liberation Sans', sans-serif"
    assert font_families("PT Serif") == "'PT Serif', serif"


def test_every_line_is_titled_by_its_own_inference() -> None:
    for number in range(20):
        map = samples.wild(random.Random(number), 25)
        figure = laid_out(map, ExportOptions())
        written = export(map, "svg").decode()
        titles = re.findall(r'<g class="([^"]+)">\n<title>(.*)</title>\n<path d="M(\S+) [^Z]*?"', written)
        assert [(kind, label) for kind, label, _ in titles] == [(line.kind, line.inference) for line in figure.lines]


def test_an_interpretations_line_is_told_from_an_objections() -> None:
    root = ET.fromstring(export(samples.sourced(), "svg", ExportOptions()))
    dashes = {
        group.findtext(f"{SVG}title"): [shape.get("stroke-dasharray") for shape in group.iter(f"{SVG}path")]
        for group in root.iter(f"{SVG}g")
    }
    assert dashes["C2"] == dashes["P4"] == dashes["O1b"] == ["7,2.5,1,2.5"]
    assert dashes["O1a"] == ["5,2"]
    assert dashes["P3"] == ["1,2.5"]
    assert dashes["C1"] == dashes["P1"] == dashes["P2"] == dashes["P5"] == [None]
    assert b"dashdot" not in export(samples.sourced(), "dot", ExportOptions())
