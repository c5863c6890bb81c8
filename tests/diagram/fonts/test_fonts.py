from pathlib import Path

import pytest

from argmap.diagram import DiagramError
from argmap.diagram.fonts import BOLD, REGULAR, Fonts, bundled_font, require


def typeset(text: str, weight: int) -> float:
    """The width in ems at which another typesetter sets the text."""
    import typst

    source = (
        f'#set text(font: "Arimo", size: 100pt, weight: {weight})\n'
        "#context [#metadata(measure(text(sys.inputs.text)).width.pt()) <width>]"
    )
    found = typst.query(
        source.encode(),
        "<width>",
        field="value",
        one=True,
        sys_inputs={"text": text},
        font_paths=[bundled_font().parent],
        ignore_system_fonts=True,
    )
    return float(found) / 100


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_widths_are_those_that_another_typesetter_finds(weight: int) -> None:
    text = "“The quick fox” — naïve ő ñ, Ωμέγα; Жители AVAT To. 1,234 & [x]"
    for word in text.split():
        assert Fonts.of().width(word, weight) == pytest.approx(typeset(word, weight), abs=0.045), word
    assert Fonts.of().width(text, weight) == pytest.approx(typeset(text, weight), rel=0.005)


def test_bold_is_wider() -> None:
    fonts = Fonts.of()
    assert fonts.width("nitrogen dioxide", BOLD) > fonts.width("nitrogen dioxide") * 1.05


def test_missing_characters_are_named() -> None:
    with pytest.raises(DiagramError) as error:
        require(Fonts.of(), [("P1", "plain"), ("P2", "東 and ☃ and 東")])
    message = str(error.value)
    assert "P2: 東 (U+6771 CJK UNIFIED IDEOGRAPH-6771), ☃ (U+2603 SNOWMAN)" in message
    assert "P1" not in message
    assert "--font FILE" in message


def test_a_file_that_is_no_font(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_text("not a font")
    with pytest.raises(DiagramError, match=r"font\.ttf cannot be read as a font"):
        Fonts.of([tmp_path / "font.ttf"])
    with pytest.raises(DiagramError, match="cannot be read"):
        Fonts.of([tmp_path / "absent.ttf"])
