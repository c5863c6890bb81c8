from pathlib import Path

import pytest

from argmap.diagram.error import DiagramError
from argmap.diagram.painting import painted
from argmap.export import ExportOptions, export, pdf
from argmap.export.drawing import laid_out
from argmap.export.glyphs import joined
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples
from tests.export import everything, programs
from tests.export.test_svg import JAPANESE, font


def one(text: str, title: str = "") -> ArgumentMap:
    return ArgumentMap(title=title, entries={"s": Statement(text=text)})


@pytest.fixture
def small(tmp_path: Path) -> Path:
    path = tmp_path / "small.pdf"
    path.write_bytes(export(samples.small(), "pdf", ExportOptions(author="A. Reader")))
    return path


def fonts_of(path: Path) -> list[tuple[str, str]]:
    """The names of a pdf's fonts, and whether they are embedded, subset, and can be read back as text."""
    rows = programs.run("pdffonts", path).splitlines()[2:]
    return [(row.split()[0].partition("+")[2], " ".join(row.split()[-5:-2])) for row in rows]


def words_of(path: Path) -> list[str]:
    return programs.run("pdftotext", "-raw", path, "-").split()


def paragraphs_of(path: Path) -> list[str]:
    """The text of the tagged paragraphs, in order."""
    found: list[str] = []
    for row in programs.run("pdfinfo", "-struct-text", path).splitlines():
        said = row.strip()
        if said.startswith("P "):
            found.append("")
        elif said.startswith('"'):
            found[-1] += said[1:-1]
    return found


def test_every_font_is_embedded_and_no_other_is_used(small: Path) -> None:
    assert fonts_of(small) == [("Arimo-Regular", "yes yes yes")] * 2


def test_a_font_of_ones_own_is_embedded_too(tmp_path: Path) -> None:
    path = tmp_path / "figure.pdf"
    path.write_bytes(
        export(one(JAPANESE), "pdf", ExportOptions(fonts=(font("noto-cjk-sans-jp-regular", ".otf"),), wrap=100))
    )
    assert [(name.partition("-")[0], held) for name, held in fonts_of(path)] == [("NotoSansCJKjp", "yes yes yes")]
    assert "".join(words_of(path)) == JAPANESE
    assert paragraphs_of(path) == [JAPANESE]


def test_the_page_is_as_large_as_the_figure(small: Path) -> None:
    figure = laid_out(samples.small(), ExportOptions())
    size = next(row for row in programs.run("pdfinfo", small).splitlines() if row.startswith("Page size:")).split()
    assert (float(size[2]), float(size[4])) == pytest.approx((figure.width, figure.height), abs=0.1 * 72 / 25.4)


def test_it_says_what_it_is_and_claims_to_be_accessible(small: Path) -> None:
    info = dict(row.split(":", 1) for row in programs.run("pdfinfo", small).splitlines())
    described = laid_out(samples.small(), ExportOptions()).alt
    assert info["Title"].strip() == "Closing the old town"
    assert info["Author"].strip() == "A. Reader"
    assert info["Subject"].strip() == described
    assert info["Tagged"].strip() == "yes"
    assert "CreationDate" not in info
    assert "<pdfuaid:part>1</pdfuaid:part>" in programs.run("pdfinfo", "-meta", small)


def test_shapes_are_one_figure_with_alternative_text_and_boxes_are_paragraphs(small: Path) -> None:
    figure = laid_out(samples.small(), ExportOptions())
    data = small.read_bytes()
    assert f"/Alt<FEFF{figure.alt.encode('utf-16-be').hex().upper()}>".encode() in data
    assert b"/Lang(en)" in data
    tags = [row.strip() for row in programs.run("pdfinfo", "-struct", small).splitlines()]
    assert tags[:2] == ["Document", "Figure:"]
    said = [joined([text.line for text in item.texts]) for item in painted(figure) if item.texts]
    assert tags.count("P (block)") == len(said)
    assert paragraphs_of(small) == said


def test_words_are_read_back_in_reading_order(small: Path) -> None:
    figure = laid_out(samples.small(), ExportOptions())
    assert words_of(small) == " ".join(text.line for item in painted(figure) for text in item.texts).split()


def test_a_sentences_lines_stay_together_for_who_copies_the_whole_page(small: Path) -> None:
    read = " ".join(programs.run("pdftotext", small, "-").split())
    for sentence in ("The city should close the old town to private cars.", "The wind carries the fumes away anyway."):
        assert sentence in read


@pytest.mark.parametrize("text", everything.HOSTILE)
def test_text_is_data(text: str, tmp_path: Path) -> None:
    path = tmp_path / "figure.pdf"
    path.write_bytes(export(one(text, title=text), "pdf", ExportOptions(wrap=600, author=text)))
    assert words_of(path) == text.split()
    info = dict(row.split(":", 1) for row in programs.run("pdfinfo", path).splitlines())
    assert info["Title"].strip() == info["Author"].strip() == text


def test_a_statement_of_three_thousand_characters(tmp_path: Path) -> None:
    path = tmp_path / "figure.pdf"
    text = " ".join(f"word{number}" for number in range(400))
    assert len(text) > 3000
    path.write_bytes(export(one(text), "pdf"))
    assert words_of(path) == text.split()


def test_it_looks_as_the_png_does(tmp_path: Path) -> None:
    options = ExportOptions(dpi=programs.DPI)
    page = programs.pdf_picture(export(samples.small(), "pdf"), tmp_path)
    assert page.unlike(programs.png_picture(export(samples.small(), "png", options))) < programs.ALIKE


@pytest.mark.parametrize(
    ("text", "package", "suffix"),
    [
        ("Grounds for gjpq", None, ""),
        ("「東京」は（2023年）。「abc『二」」", "noto-cjk-sans-jp-regular", ".otf"),
        ("يجب على المدينة إغلاق.", "fontpkg-noto-sans-arabic", ".ttf"),
    ],
)
def test_everything_that_can_be_painted_looks_as_in_the_svg(
    text: str, package: str | None, suffix: str, tmp_path: Path
) -> None:
    figure = everything.figure((font(package, suffix),) if package else (), text)
    page = programs.pdf_picture(pdf.pdf(figure), tmp_path)
    assert page.unlike(programs.svg_picture(figure)) < programs.ALIKE


def test_bold_is_bold(tmp_path: Path) -> None:
    plain, bold = (
        programs.pdf_picture(pdf.pdf(everything.figure(text="m" * 12, bold=bold)), tmp_path).ink()
        for bold in (False, True)
    )
    assert bold > plain * 1.02


def test_a_page_larger_than_readers_show_is_refused() -> None:
    with pytest.raises(DiagramError, match="too large: readers show at most 5080 mm"):
        export(samples.bushy(400), "pdf")
