import re
from pathlib import Path

import pytest

from argmap.diagram.painting import painted
from argmap.export import ExportOptions, eps, export, svg
from argmap.export.drawing import laid_out
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples
from tests.export import drawn, programs


def one(text: str, title: str = "") -> ArgumentMap:
    return ArgumentMap(title=title, entries={"s": Statement(text=text)})


def glyphs_of(document: str) -> list[str]:
    """The names of the glyphs that are drawn, in order."""
    return re.findall(r"^/(g\d+) \S+ \S+ \S+ T$", document, re.MULTILINE)


def test_the_bounding_boxes_are_the_figures_size() -> None:
    document = eps.eps(drawn.everything())
    assert document.startswith(
        "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 341 126\n%%HiResBoundingBox: 0 0 340.25 125.5\n"
    )


def test_it_holds_no_font_and_no_text_and_is_ascii() -> None:
    document = export(samples.small(), "eps").decode("ascii")
    assert "findfont" not in document
    assert "show\n" not in document.replace("showpage", "")
    assert max(map(len, document.splitlines())) < 256
    for word in ("Residents", "dioxide", "likely"):
        assert word not in document


@pytest.mark.parametrize("text", drawn.HOSTILE)
def test_text_is_drawn_glyph_by_glyph_and_never_read(text: str, tmp_path: Path) -> None:
    data = export(one(text), "eps", ExportOptions(wrap=600))
    named = glyphs_of(data.decode("ascii"))
    shown = text.replace(" ", "")
    assert len(named) == len(shown)
    assert len(set(zip(named, shown, strict=True))) == len(set(named)) == len(set(shown))
    programs.eps_picture(data, tmp_path)


@pytest.mark.parametrize("title", [*drawn.HOSTILE, "a\n%%EOF\nshowpage", "Прага " * 100, "(((" * 100])
def test_a_title_stays_in_its_comment(title: str, tmp_path: Path) -> None:
    figure = laid_out(one("Claim.", title=title), ExportOptions())
    document = eps.eps(figure, author=title)
    rows = document.splitlines()
    assert [row for row in rows if "Title" in row] == [row for row in rows if row.startswith("%%Title: (")]
    assert len([row for row in rows if row.startswith("%%For: (")]) == 1
    assert rows.count("showpage") == rows.count("%%EOF") == 1
    assert max(map(len, rows)) < 256
    programs.eps_picture(document.encode("ascii"), tmp_path)


def test_the_title_is_readable() -> None:
    assert "%%Title: (Closing \\(the\\) old town)" in eps.eps(
        laid_out(one("Claim.", title="Closing (the) old town"), ExportOptions())
    )


def test_greys_are_greys_and_dashes_are_dashes() -> None:
    document = eps.eps(drawn.everything())
    assert "0 setgray 1.6 setlinewidth [7 2.5 1 2.5] 0 setdash stroke" in document
    assert "0.835 0.369 0 setrgbcolor 1 setlinewidth [1 2.5] 0 setdash stroke" in document
    assert document.count("[5 2] 0 setdash") == 2


def test_it_looks_as_the_svg_does(tmp_path: Path) -> None:
    import resvg_py

    for figure in (drawn.everything(), laid_out(samples.small(), ExportOptions())):
        picture = bytes(
            resvg_py.svg_to_bytes(svg_string=svg.svg(figure, "outlined"), dpi=float(programs.DPI), background="#FFFFFF")
        )
        page = programs.eps_picture(eps.eps(figure).encode("ascii"), tmp_path)
        assert page.unlike(programs.png_picture(picture)) < programs.ALIKE


def test_every_glyph_is_defined_once_however_often_it_stands() -> None:
    document = export(samples.small(), "eps").decode()
    defined = re.findall(r"^/(g\d+) \{newpath", document, re.MULTILINE)
    assert len(defined) == len(set(defined))
    assert set(defined) == set(glyphs_of(document))
    lines = [text.line for item in painted(laid_out(samples.small(), ExportOptions())) for text in item.texts]
    assert len(glyphs_of(document)) == sum(len(line.replace(" ", "")) for line in lines) > len(defined) * 3
