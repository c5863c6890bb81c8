"""Whatever a map says comes out of every markup as itself, set by the programs that papers are made with."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.diagram.error import DiagramError
from argmap.diagram.marks import Marks
from argmap.export import ExportOptions, export, md, tex, typ
from argmap.export.markup import MARKUPS, in_standard_form, paragraphs
from argmap.export.standard import standard_form
from argmap.model import ArgumentMap, Statement
from tests.diagram import samples
from tests.export.hostile import ANY, TEXTS, argued, bare, said

MAPS = st.lists(ANY, min_size=7, max_size=9).map(argued)
OFTEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def needs(*programs: str) -> pytest.MarkDecorator:
    lacking = [program for program in programs if shutil.which(program) is None]
    return pytest.mark.skipif(bool(lacking), reason=f"{', '.join(lacking)} is not installed")


def read_by_pandoc(markdown: str, markup: str) -> str:
    """The text that pandoc finds, which must be plain or emphasised words in paragraphs and lists and nothing else."""
    command = ["pandoc", "--from", markup, "--to", "json"]
    found = subprocess.run(command, input=markdown, capture_output=True, text=True, check=True).stdout
    words: list[str] = []

    def walk(node: object) -> None:
        if isinstance(node, list):
            for each in node:
                walk(each)
        elif isinstance(node, dict):
            kind = node["t"]
            assert kind in ("Para", "Plain", "BulletList", "Strong", "Emph", "Str", "Space", "SoftBreak"), kind
            words.append(node["c"]) if kind == "Str" else walk(node.get("c", []))

    tree = json.loads(found)
    assert tree["meta"] == {}
    walk(tree["blocks"])
    return bare("".join(words))


@needs("pandoc")
@pytest.mark.parametrize("markup", ["markdown", "gfm"])
@OFTEN
@given(map=MAPS)
def test_markdown_says_what_the_map_says(markup: str, map: ArgumentMap) -> None:
    assert read_by_pandoc(md.standard(standard_form(map)), markup) == said(map)


@needs("pandoc")
@pytest.mark.parametrize("markup", ["markdown", "gfm"])
@OFTEN
@given(texts=st.lists(ANY, min_size=1, max_size=9))
def test_markdown_paragraphs_may_begin_with_anything(markup: str, texts: list[str]) -> None:
    assert read_by_pandoc(paragraphs(texts, "markdown"), markup) == bare("".join(texts))


def read_from_pdf(pdf: Path) -> str:
    command = ["pdftotext", "-raw", "-nopgbrk", str(pdf), "-"]
    return bare(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@needs("pdftotext")
@OFTEN
@given(map=MAPS)
def test_typst_says_what_the_map_says(tmp_path: Path, map: ArgumentMap) -> None:
    head = "#set page(width: 2000pt, height: auto)\n#set text(hyphenate: false, ligatures: false)\n"
    source = head + typ.standard(standard_form(map))
    (tmp_path / "paper.pdf").write_bytes(typst.compile(source.encode()))
    assert read_from_pdf(tmp_path / "paper.pdf") == said(map)


def set_by_latex(folder: Path, body: str) -> str:
    """The text of a document with a body, set by pdflatex without any package but an encoding with every sign."""
    (folder / "paper.tex").write_text(
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\renewcommand{\\rmdefault}{ptm}\\pagestyle{empty}\n"
        f"\\hyphenpenalty=10000\\begin{{document}}\n{body}\\end{{document}}\n",
        encoding="utf-8",
    )
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    return read_from_pdf(folder / "paper.pdf")


@needs("pdflatex", "pdftotext")
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(maps=st.lists(MAPS, min_size=8, max_size=8))
def test_latex_says_what_the_map_says(tmp_path: Path, maps: list[ArgumentMap]) -> None:
    body = "\\newpage\n".join(tex.standard(standard_form(map)) for map in maps)
    assert straight(set_by_latex(tmp_path, body)) == straight("".join(map(said, maps)))


@needs("pdflatex", "pdftotext")
def test_latex_sets_every_hostile_text_in_an_argument(tmp_path: Path) -> None:
    body = "\n\n".join(rf"\parbox{{\textwidth}}{{{tex.escaped(text)}}}" for text in TEXTS) + "\n"
    assert straight(set_by_latex(tmp_path, body)) == straight(bare("".join(TEXTS)))


def straight(text: str) -> str:
    """The text with straight apostrophes, which LaTeX sets curly behind a letter."""
    return text.replace("’", "'")


def test_latex_leaves_apostrophes_to_latex_and_other_straight_quotes_straight() -> None:
    assert tex.escaped("Don't say 'no'") == r"Don't say \textquotesingle{}no'"


@pytest.mark.parametrize(
    "text", ["東京の中心部では、（2023年の調査）。", "يجب على المدينة إغلاق البلدة", "“q” – don’t £5 €"]
)
@pytest.mark.parametrize("writer", [md, tex, typ])
def test_letters_of_any_script_stay_as_they_are(writer: object, text: str) -> None:
    assert text in writer.escaped(text)  # type: ignore[attr-defined]


@pytest.mark.parametrize("writer", [md, tex, typ])
def test_control_characters_and_line_feeds_are_shown_not_obeyed(writer: object) -> None:
    escaped = writer.escaped("a\n\nb\x1b\u202e")  # type: ignore[attr-defined]
    assert "\n" not in escaped
    assert "\x1b" not in escaped
    assert "U+202E" in escaped


@pytest.mark.parametrize(("markup", "format"), [(markup, format) for markup, format in MARKUPS.items() if format])
def test_each_markup_is_a_format(markup: str, format: str) -> None:
    assert export(samples.small(), format).decode() == in_standard_form(samples.small(), None, markup)
    with pytest.raises(DiagramError, match="no scenario"):
        export(samples.small(), format, ExportOptions(marks=Marks()))


def test_a_statement_without_words_or_label_is_still_an_item() -> None:
    form = standard_form(ArgumentMap(entries={"s": Statement(text="")}))
    assert "- **C1**\n" in md.standard(form)
    assert "\\item[{C1}]\n" in tex.standard(form)
    assert '/ #"C1": #""\n' in typ.standard(form)


def test_latex_keeps_apart_what_its_fonts_would_join() -> None:
    assert tex.escaped("<<< -- ,,") == r"\textless{}\/\textless{}\/\textless{} -\/- ,\/,"
