from pathlib import Path

import pytest

from argmap.diagram import DiagramError
from argmap.diagram.measure import BOLD, REGULAR, Fonts, bundled_font, require


def advances(text: str, weight: int) -> float:
    """Widths read from an instance of the font that fontTools cuts at that weight."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = instantiateVariableFont(TTFont(bundled_font()), {"wght": weight})
    cmap, metrics = font.getBestCmap(), font["hmtx"].metrics
    return float(sum(metrics[cmap[ord(char)]][0] for char in text) / font["head"].unitsPerEm)


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_widths_are_the_fonts_own(weight: int) -> None:
    text = "“The quick fox” — naïve ő ñ, Ωμέγα; Жители 1,234 & [x]"
    assert Fonts.of().width(text, weight) == pytest.approx(advances(text, weight), abs=0.01)


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
