import tomllib
from pathlib import Path

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.fonts import BOLD, REGULAR, Fonts, bundled_font, chosen, extras, require, runs_leftwards
from tests.diagram.fonts.static import static, written


def typeset(text: str, weight: int, family: str = "Arimo", path: Path | None = None) -> float:
    """The width in ems at which another typesetter sets the text in one font."""
    import typst

    source = (
        f'#set text(font: "{family}", fallback: false, size: 100pt, weight: {weight})\n'
        "#context [#metadata(measure(text(sys.inputs.text)).width.pt()) <width>]"
    )
    found = typst.query(
        source.encode(),
        "<width>",
        field="value",
        one=True,
        sys_inputs={"text": text},
        font_paths=[(path or bundled_font()).parent],
        ignore_system_fonts=True,
    )
    return float(found) / 100


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_widths_are_those_that_another_typesetter_finds(weight: int) -> None:
    text = "“The quick fox” — naïve ő ñ, Ωμέγα; Жители AVAT To. 1,234 & [x]"
    for word in text.split():
        assert Fonts.of().width(word, weight) == pytest.approx(typeset(word, weight), abs=0.045), word
    assert Fonts.of().width(text, weight) == pytest.approx(typeset(text, weight), rel=0.005)


@pytest.mark.parametrize("extra", extras.EXTRAS, ids=lambda extra: extra.name)
def test_widths_in_other_scripts_are_those_that_another_typesetter_finds(extra: extras.Extra) -> None:
    for text in TEXTS[extra.name]:
        face = next((each for each in map(extras.packed_face, extra.fonts) if each and each.has(text)), None)
        if face is None:
            pytest.skip(f"the extra {extra.name} is not installed")
        found = face.width(text, leftwards=runs_leftwards(text))
        assert found == pytest.approx(typeset(text, REGULAR, face.family, face.path), abs=0.02), text


TEXTS = {
    "cjk": ["東京の中心部では、濃度が", "城市应当禁止私家车", "한국어"],
    "arabic": ["يجب على المدينة إغلاق البلدة القديمة", "مُحَمَّد"],
    "emoji": ["👩‍🔬👨‍👩‍👧‍👦🇩🇪👍🏽"],
    "scripts": ["नमस्ते कक्षा", "ภาษาไทยกำลัง", "ქართული"],
}


def test_bold_is_wider() -> None:
    fonts = Fonts.of()
    assert fonts.width("nitrogen dioxide", BOLD) > fonts.width("nitrogen dioxide") * 1.05


def test_missing_characters_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "packed_face", lambda font: None)
    with pytest.raises(DiagramError) as error:
        require(Fonts.of(), [("P1", "plain"), ("P2", "東 and ☃ and 東")])
    message = str(error.value)
    assert "P2: 東 (U+6771 CJK UNIFIED IDEOGRAPH-6771), ☃ (U+2603 SNOWMAN)" in message
    assert "P1" not in message
    assert "pip install 'argmap[cjk,emoji]'" in message
    assert "--fallback FONT" in message


def test_no_extra_is_named_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "packed_face", lambda font: chosen(""))
    with pytest.raises(DiagramError) as error:
        require(Fonts.of(), [("P1", "東")])
    assert "pip install" not in str(error.value)


def test_a_mark_that_the_font_of_its_letter_lacks_is_missing() -> None:
    arimo = Fonts.of()
    assert arimo.missing("e\u0301 x\u0301") == ""
    assert arimo.missing("x\u0d3e") == "\u0d3e"
    assert arimo.missing("שָׁ") == ""
    assert arimo.missing("a\u200d\ufe0f") == ""
    assert arimo.missing("Latin\u064b") == "\u064b"


@pytest.mark.parametrize("extra", extras.EXTRAS, ids=lambda extra: extra.name)
def test_extras_and_the_project_file_name_the_same_packages(extra: extras.Extra) -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text())["project"]
    listed = {each.partition("==")[0] for each in project["optional-dependencies"][extra.name]}
    assert listed == {package for font in extra.fonts for package in (font.package, *(font.bold or ())[:1])}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("東京の霧", "Noto Sans CJK JP"),
        ("城市应当禁止私家车", "Noto Sans CJK JP"),
        ("這個城市應該", "Noto Sans CJK JP"),
        ("한국어", "Noto Sans CJK JP"),
        ("المدينة ٧۷", "Noto Sans Arabic"),
        ("🚗 👩‍🔬 🇩🇪 1️⃣", "Noto Emoji"),
        ("ภาษาไทย", "Noto Sans Thai"),
        ("कक्षा", "Noto Sans Devanagari"),
    ],
)
def test_fonts_of_installed_extras_are_found(text: str, family: str) -> None:
    extra = next(extra for extra in extras.EXTRAS if extra.characters.search(text))
    if extras.packed_face(extra.fonts[0]) is None:
        pytest.skip(f"the extra {extra.name} is not installed")
    before = Fonts.of()
    after = require(before, [("C1", f"{text} and words")])
    assert after.families == ("Arimo", family)
    assert before.families == ("Arimo",)
    assert after.missing(text) == ""


def test_no_extra_is_looked_for_while_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "supplied", lambda missing: pytest.fail("looked for"))
    require(Fonts.of(), [("C1", "“Ünï” – ж, שלום")])


def test_hebrew_needs_no_extra() -> None:
    fonts = Fonts.of()
    assert fonts.missing("על העירייה לסגור את העיר העתיקה; הַשָּׁלוֹם דו־חמצני ״3״") == ""
    assert fonts.width("שלום") == pytest.approx(typeset("שלום", REGULAR), abs=0.01)


def test_the_main_font_comes_first_and_arimo_last(tmp_path: Path) -> None:
    main = written(tmp_path / "main" / "Main.ttf", static(400, "abc"))
    more = written(tmp_path / "more" / "More.ttf", static(700, "ABC"))
    fonts = Fonts.of([str(more)], str(main))
    assert [face.path for face in fonts.faces] == [main, more, bundled_font()]
    assert [(run.text, run.face.path) for run in fonts.runs("aBж")] == [("a", main), ("B", more), ("ж", bundled_font())]
    assert Fonts.of([more, "arimo"]).paths == (bundled_font(), more)


def test_what_is_no_letter_goes_with_the_letter_before_it(tmp_path: Path) -> None:
    signs = written(tmp_path / "signs" / "Signs.ttf", static(400, "→ 12"))
    greek = written(tmp_path / "greek" / "Greek.ttf", static(400, "αβ «»12"))
    main = written(tmp_path / "main" / "Main.ttf", static(400, "ab «»12"))
    fonts = Fonts.of([signs, greek], str(main))

    def runs(line: str) -> list[tuple[str, str]]:
        return [(run.text, run.face.path.stem) for run in fonts.runs(line)]

    assert runs("a → 12 b") == [("a ", "Main"), ("→", "Signs"), (" 12 b", "Main")]
    assert runs("«αβ 12» a1") == [("«αβ 12» ", "Greek"), ("a1", "Main")]
    assert runs("12 → 12") == [("12 ", "Main"), ("→", "Signs"), (" 12", "Main")]


def test_the_serif_is_named_when_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "packed_face", lambda font: None)
    with pytest.raises(DiagramError, match=r"pip install 'argmap\[serif\]'"):
        chosen("serif")


def test_the_serif_has_a_bold_of_its_own() -> None:
    if extras.located(extras.SERIF.package, extras.SERIF.file) is None:
        pytest.skip("the extra serif is not installed")
    serif = chosen("serif")
    assert serif.family == "PT Serif"
    assert serif.width("nitrogen", BOLD) > serif.width("nitrogen") * 1.03


def test_each_script_is_shaped_by_its_own_rules() -> None:
    face = extras.packed_face(next(font for font in extras.EXTRAS[3].fonts if "Devanagari" in font.file))
    if face is None:
        pytest.skip("the extra scripts is not installed")
    assert face.width("a नमस्ते") == pytest.approx(face.width("a ") + face.width("नमस्ते"), abs=0.001)
