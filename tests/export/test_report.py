"""The report as pandoc reads it: every section, every text as itself, nothing that a text could have become."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.check import CODES, check
from argmap.diagram.scenario_marks import marks_of
from argmap.diagram.text import visible
from argmap.export import ExportOptions, export, mermaid, report
from argmap.export.registry import exported
from argmap.logic import outcome
from argmap.model import Anchor, ArgumentMap, Conditional, Objection, Reason, Scenario, Source, Statement
from argmap.model.wording import sentence
from argmap.source import Document, Texts
from argmap.workspace.files import open_map
from argmap.workspace.sources import texts as texts_of
from tests.diagram import samples
from tests.export.hostile import ANY, TEXTS, bare

MAPS = Path(__file__).parents[2] / "maps"
NIGHT_BUS = MAPS / "night-bus.argmap.toml"
PLAIN = {"Header", "Para", "Plain", "BulletList", "Strong", "Emph", "Str", "Space", "SoftBreak", "Table"}
pytestmark = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def read(markdown: bytes) -> tuple[list[str], list[str], list[str]]:
    """The texts of its headings, the words of all else, and the kinds of what is neither plain nor the chart."""
    command = ["pandoc", "--from", "gfm", "--to", "json"]
    tree = json.loads(subprocess.run(command, input=markdown, capture_output=True, check=True).stdout)
    headings: list[str] = []
    words: list[str] = []
    others: list[str] = []

    def walk(node: Any, said: list[str]) -> None:
        if isinstance(node, list):
            for each in node:
                walk(each, said)
        elif isinstance(node, dict) and "t" in node:
            kind = node["t"]
            if kind == "Str":
                said.append(node["c"])
            elif kind == "Header":
                inside: list[str] = []
                walk(node["c"][2], inside)
                headings.append(bare("".join(inside)))
            elif kind == "CodeBlock":
                assert node["c"][0][1] == ["mermaid"]
            elif kind == "Link":
                others.append(f"{kind} {node['c'][2][0]}")
                walk(node["c"][1], said)
            else:
                others.extend([kind] if kind not in PLAIN and not kind.startswith(("Align", "ColWidth")) else [])
                walk(node.get("c", []), said)

    walk(tree["blocks"], words)
    return headings, words, others


def hostile(texts: list[str]) -> ArgumentMap:
    """A map that says the texts in every place that a report tells of."""
    title, author, note, premise, short, scenario, passage, said = texts
    return ArgumentMap(
        title=title,
        note=note,
        entries={
            "s": Source(title=author, author=author, url="[x](javascript:alert(1))<b>", note=note, text=said),
            "c": Statement(text=said, short=short),
            "r": Reason(target="c", rule=short, section=title),
            "p": Statement(
                text=premise, stands_in=("r",), anchor=(Anchor(source="s", para=1, head=passage, tail="z"),)
            ),
            "i": Conditional(antecedent="q", consequent="c", stands_in=("r",)),
            "q": Statement(text=passage),
            "o": Objection(target="c"),
            "e": Statement(text=note, stands_in=("o",), by=author),
            "w": Scenario(title=scenario, suppose=("q", "not p"), text=said, note=premise),
        },
    )


@settings(max_examples=20, deadline=None)
@given(texts=st.lists(ANY, min_size=8, max_size=8))
def test_no_text_becomes_anything_but_words(texts: list[str]) -> None:
    map = hostile(texts)
    headings, words, others = read(report.write(map, ExportOptions()))
    assert others == []
    assert headings[0] == (bare(visible(map.title)) or "Argumentmap")
    said = "".join(words)
    for text in texts[1:4]:
        assert bare(visible(text)) in said


def test_every_hostile_text_is_told_as_itself() -> None:
    map = ArgumentMap(entries={f"s{at}": Statement(text=text) for at, text in enumerate(TEXTS)})
    _, words, others = read(report.write(map, ExportOptions()))
    assert others == []
    assert [text for text in TEXTS if bare(text) not in "".join(words)] == []


def test_it_has_a_section_for_all_there_is_to_tell() -> None:
    opened = open_map(NIGHT_BUS)
    map = opened.map
    markdown = report.write(map, ExportOptions(texts=texts_of(NIGHT_BUS, map)))
    headings, words, others = read(markdown)
    assert others == []
    assert headings == [
        "AnightbusforKelderby", "Figure", "Premisesandconclusions", "Sources", "Whatstands", "Asitis",
        "Whatifnodriversarefound?", "Whatifdriversarefoundbutfewpeopleride?", "Problems", "Whetheritfollows", "Inwords",
    ]  # fmt: skip
    said = "".join(words)
    for id, _ in map.sentences():
        assert bare(sentence(map, id)) in said
    assert "C1falls,sinceobjectionO4islive." in said
    assert "¶4“Itisnot…safewalk”:C4" in said
    assert "HintL201O4(but-first-buses-matter-more):thisobjectiontoC1isnotanswered" in said
    assert f"```mermaid\n{mermaid.write(map, ExportOptions(labels=True)).decode()}```" in markdown.decode()
    assert re.search(r"^\| C1 \| .* \| open \| falls \(was open\) \| stands \(was open\) \|$", markdown.decode(), re.M)


def test_problems_are_those_of_check_with_the_texts_at_hand() -> None:
    map = hostile(["T", "A", "N", "P", "S", "W", "these words", "C"])
    given = Texts({"s": Document.of("Other words.\n")})
    markdown = report.write(map, ExportOptions(texts=given)).decode()
    for problem in check(map, given):
        assert problem.code in markdown
    assert len(check(map, given)) > len([each for each in check(map) if each.code[0] != "S"])
    assert "### What the texts say" in markdown
    assert set(report._FAMILIES) == {code[0] for code in CODES} - {"F", "I"}


def test_a_map_without_problems_says_so_and_only_addresses_of_the_web_are_links() -> None:
    map = ArgumentMap(
        entries={
            "s": Source(title="T", url="https://example.org/a?b=c&d_e", date="2025"),
            "c": Statement(text="One claim.", implicit=True),
        },
        ignore=("M105",),
    )
    markdown = report.write(map, ExportOptions())
    assert read(markdown)[2] == ["Link https://example.org/a?b=c&d_e", *["Code"] * (b"finds none" in markdown)]


def test_its_chart_shows_a_scenario_and_tells_where_it_is_too_large() -> None:
    map = samples.small()
    marks = marks_of(map, outcome(map, {"limit": False}), "No limit")
    assert b"supposed false" in export(map, "report", ExportOptions(marks=marks))
    assert exported(map, "report")[0].told == ""
    large = exported(samples.bushy(600), "report")[0]
    assert "lines, of which they draw 500" in large.told
    assert "The chart is too large" in large.data.decode()


def test_depth_has_no_limit() -> None:
    assert report.write(samples.deep(2000), ExportOptions()).count(b"- **P") == 1
