"""Mermaid charts, drawn by Mermaid itself in a browser: nothing in a text is read, and nothing is lost."""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from argmap.diagram.boxes import contents
from argmap.diagram.scenario_marks import marks_of
from argmap.diagram.structure import Shows, Stand
from argmap.diagram.text import visible
from argmap.export import ExportOptions, export, mermaid
from argmap.export.registry import exported
from argmap.logic import outcome, suppositions_of
from argmap.model import ArgumentMap, Conditional, Objection, Reason, Scenario, Statement
from argmap.workspace.files import open_map
from tests.diagram import samples
from tests.export.hostile import SIGNS, TEXTS, bare
from tests.node import node
from tests.random_maps import random_map

MAPS = Path(__file__).parents[2] / "maps"
READ_BY_MERMAID = (
    *TEXTS,
    "end", "subgraph", "graph TD; A-->B", "direction TB", "click A callback", "]]:::x", '"]; A["', "%% comment",
    "#quot; and #35; stay", "`x` **b** _i_", "1. one", "12) x", "- item", "\\n new", "x <br> y", "fa:fa-ban no",
    "%%{init: {'theme':'dark'}}%%", "<script>window.ran=true</script>", "<img src=x onerror='window.ran=true'>",
    "<a href='javascript:window.ran=true'>x</a>", "a\nb", "$$x^2$$", "style is:#x; y; #z;", "classDef a:#b;",
    "&amp;lt;b&amp;gt;", "a@{ shape: circle }", "---", "accTitle: x", "“q” – naïve Прага 京都", "\x1b[31m\u202e",
    "ﬂ°°35¶ß",
)  # fmt: skip

TOKENS = [
    *SIGNS, "end", "style", "classDef ", ":::", "%%", "%%{", "}%%", "<br/>", "\\n", "#quot;", "&lt;", "fa:fa-x", "www.",
    "a@b.c", "1.", "-->", "$$", "~~~", "```", "subgraph", "direction LR",
]  # fmt: skip


def texts() -> list[str]:
    """Texts that Mermaid reads something in, and random ones made of what it reads."""
    rng = random.Random(1)
    made = ("".join(rng.choice(TOKENS) for _ in range(rng.randint(1, 10))) for _ in range(60))
    return list(dict.fromkeys([*READ_BY_MERMAID, *made]))


def hostile() -> ArgumentMap:
    premises = {f"p{at}": Statement(text=text, stands_in=("r",)) for at, text in enumerate(texts())}
    rule = 'a|b "q" --> end %%{init: {}}%% <script>window.ran=true</script>'
    return ArgumentMap(
        title="Law & <b onclick='window.ran=true'>order</b>",
        entries={"c": Statement(text="c", by="</div>"), "r": Reason(target="c", rule=rule), **premises},
    )


def what_if() -> ArgumentMap:
    """Every kind of box and link, and a scenario."""
    more = {
        "if-rain": Conditional(
            antecedent="not rain", consequent="air", qualifier="might", stands_in=("because-limit",)
        ),
        "rain": Statement(text="It rains.", means="not dry"),
        "dry": Statement(text="It is dry."),
        "aside": Statement(text="An aside."),
        "but-of-one": Objection(target="because-shops"),
        "one": Statement(text="One shop.", stands_in=("but-of-one",)),
        "nobody": Reason(target="shops", section="Trade"),
        "astray": Objection(target="nowhere"),
        "lost": Statement(text="Lost.", stands_in=("astray",)),
        "dry-spell": Scenario(title="A dry spell", suppose=("not rain",)),
    }
    map = samples.small()
    return map.model_copy(update={"entries": {**map.entries, **more}})


def drawn(folder: Path, charts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    (folder / "charts.json").write_text(json.dumps(charts))
    told = node("mermaid.mjs", folder / "charts.json", browser=True).replace("\\u200b", "").replace("\u200b", "")
    found: list[dict[str, Any]] = json.loads(told)
    return found


def sayings(map: ArgumentMap) -> list[str]:
    """What every box has to say, without blanks."""
    stands = [Stand(Shows.SENTENCE, id) for id, _ in map.sentences()]
    return [
        bare(text)
        for content in contents(map, stands).values()
        for text in ([half.text for half in content.halves] or [content.text])
    ]


def test_mermaid_draws_every_map_with_every_text_and_reads_none(tmp_path: Path) -> None:
    maps = [
        hostile(),
        what_if(),
        *(open_map(path).map for path in sorted(MAPS.glob("*.toml"))),
        *(samples.wild(random.Random(seed), 30) for seed in range(3)),
        *(random_map(random.Random(seed), 20) for seed in range(2)),
        ArgumentMap(entries={"a": Conditional(antecedent="b", consequent="b"), "b": Statement(text="")}),
    ]
    found = drawn(tmp_path, [{"chart": export(map, "mermaid").decode()} for map in maps])
    for map, chart in zip(maps, found, strict=True):
        assert chart["error"] == ""
        assert (chart["ran"], chart["markup"]) == (False, 0)
        boxes = [bare(text) for text in chart["nodes"].values()]
        assert [text for text in sayings(map) if not any(text in box for box in boxes)] == []
        assert chart["title"].startswith("Argument map")
        assert bare(chart["description"]).startswith("Argumentmap:")
    exactly = {bare(visible(text)) for text in texts()}
    assert exactly <= {bare(text) for text in found[0]["nodes"].values()}
    assert "Law & <b onclick='window.ran=true'>order</b>" in found[0]["nodes"].values()
    assert "'q' --> end" in found[0]["edgeLabels"][0].replace('"', "'")
    assert found[2]["heading"] == "A night bus for Kelderby"


def lines(map: ArgumentMap, **options: Any) -> list[str]:
    return [line.strip() for line in mermaid.write(map, ExportOptions(**options)).decode().splitlines()]


def test_linked_premises_meet_and_what_is_said_against_a_step_is_told_apart() -> None:
    chart = lines(what_if(), labels=True)
    linked = {"C2 --- R1", "P3 --- R1", 'R1(("R1")):::reason', "R1 --> C1"}
    assert linked | {'O1 -.-o|"undercut"| R1', 'O3 -.-x|"objection"| C1'} <= set(chart)
    assert any(line.startswith('P3{{"P3 IF Closing') and "<br/>THEN likely the city" in line for line in chart)
    assert any(line.startswith('C1[["C1 The city') for line in chart)
    assert any(line.startswith('Q1(["Q1 It rains.') for line in chart)
    assert any(line.startswith('Q1 -.-|"in IF"| P') for line in chart)
    assert any(line.endswith('-.-|"means"| Q1') for line in chart)
    assert any("(stands nowhere yet)" in line for line in chart)
    assert any("(implicit)" in line for line in chart)
    assert any("unknown: nowhere" in line for line in chart)


def test_a_shared_premise_is_one_box_with_a_link_to_each_of_its_reasons() -> None:
    chart = lines(samples.small())
    assert sum("Nitrogen dioxide" in line for line in chart) == 1
    assert sum(line.startswith("P1 -") for line in chart) == 2


def test_labels_direction_width_and_short_wordings_are_options() -> None:
    plain = lines(samples.small())
    assert "flowchart BT" in plain
    assert not any('"C1 ' in line for line in plain)
    assert "flowchart RL" in lines(samples.small(), direction="right")
    assert "wrappingWidth: 300" in lines(samples.small(), wrap=225)
    brief = ArgumentMap(entries={"a": Statement(text="A long story.", short="Brief.")})
    assert any('"Brief."' in line for line in lines(brief, short=True))
    assert any('"A long story."' in line for line in lines(brief))


def test_a_scenario_is_told_in_words() -> None:
    map = what_if()
    scenario = map.entries["dry-spell"]
    assert isinstance(scenario, Scenario)
    marks = marks_of(map, outcome(map, suppositions_of(scenario)), "A dry spell")
    chart = "\n".join(lines(map, marks=marks))
    assert 'title: "Closing the old town: A dry spell"' in chart
    assert "■ supposed true" in chart or "□ supposed false" in chart
    assert "Supposed false: “It rains”." in chart
    assert "● stands" in chart
    assert "C1 ~~~ N_note" in chart
    assert '(["□ supposed false<br/>It rains."]):::proposition' in chart


def test_what_hosting_sites_would_refuse_is_told() -> None:
    assert exported(samples.small(), "mermaid")[0].told == ""
    told = exported(samples.bushy(1000), "mermaid")[0].told
    assert "lines, of which they draw 500" in told
    assert "characters, of which they read 50000" in told


@pytest.mark.parametrize("count", [5000])
def test_depth_has_no_limit(count: int) -> None:
    assert mermaid.write(samples.deep(count), ExportOptions()).decode().count(" --> ") == count - 1
