"""The README's recipes for papers work as they are written: tests/papers is the example that it shows."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from tests.published import README

PAPERS = Path(__file__).resolve().parent / "papers"
CAPTION = "Argument map of “A new bridge & what it costs”. Arrows: premises support conclusions, "
ALT = "Argument map “A new bridge & what it costs”: 1 conclusion, 2 premises, 1 reason and 1 objection; "
STEPS = (
    "The ferry is full every morning; it",
    "[from P1, P2 (R1)]",
    "[against C1; answered: The tolls pay for it.]",
)


def made(folder: Path, target: str, *programs: str) -> Path:
    """A target of the example's Makefile, made in a copy of it."""
    for program in ("make", *programs):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    paper = folder / "a paper"
    shutil.copytree(PAPERS, paper)
    command = ["make", target, f"ARGMAP={sys.executable} -m argmap"]
    done = subprocess.run(command, cwd=paper, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return paper / target


def spaced(text: str) -> str:
    return " ".join(text.split())


def test_latex(tmp_path: Path) -> None:
    paper = made(tmp_path, "paper.pdf", "pdflatex", "pdftotext")
    said = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    assert "Figure 1: Argument map of" in spaced(said)
    assert "A new bridge & what it costs" in spaced(said)
    for step in STEPS:
        assert step in spaced(said)
    assert "The town should build a bridge" in spaced(said)
    assert ALT.replace("&", r"\&") in (paper.parent / "bridge.alt.tex").read_text(encoding="utf-8")


def test_a_web_page(tmp_path: Path) -> None:
    page = made(tmp_path, "paper.html", "pandoc").read_text(encoding="utf-8")
    figure = ET.fromstring(page[page.index("<figure") : page.index("</figure>")] + "</figure>")
    image = figure.find("img")
    assert image is not None
    assert image.attrib["src"] == "bridge.png"
    assert image.attrib["alt"].startswith(ALT)
    assert spaced("".join(figure.itertext())).startswith(CAPTION)
    plain = spaced("".join(ET.fromstring(page[page.index("<ul>") : page.index("</ul>")] + "</ul>").itertext()))
    assert STEPS[0] in plain
    assert STEPS[1] in plain


def test_a_word_document(tmp_path: Path) -> None:
    with ZipFile(made(tmp_path, "paper.docx", "pandoc")) as document:
        said = "".join(ET.fromstring(document.read("word/document.xml")).itertext())
        assert any(name.startswith("word/media/") for name in document.namelist())
    assert CAPTION in said
    assert STEPS[2] in said


def test_the_readme_shows_the_example() -> None:
    """Every paragraph of its blocks stands in the example, but for indentation."""
    text = README.read_text(encoding="utf-8")
    blocks = text[text.index("## In a paper") : text.index("## Working on the code")].split("```")[1::2]
    shown = [block.partition("\n") for block in blocks]
    held = {"make": spaced((PAPERS / "Makefile").read_text()), "latex": spaced((PAPERS / "paper.tex").read_text())}
    paragraphs = [(language, each) for language, _, body in shown if language in held for each in body.split("\n\n")]
    assert len(paragraphs) >= 8
    for language, paragraph in paragraphs:
        assert spaced(paragraph) in held[language], paragraph
