import base64
import hashlib
import json
import random
import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from argmap.cli.app import run
from argmap.diagram.error import DiagramError
from argmap.diagram.marks import Marks
from argmap.export import ExportOptions, export
from argmap.export.page.markup import address, data, said
from argmap.format import read
from argmap.model import Anchor, ArgumentMap, Conditional, Entry, Objection, Reason, Scenario, Source, Statement
from argmap.model.formula import Atom, Not
from argmap.source import Document, Texts
from tests.benchmarks.maps import bushy
from tests.diagram import samples
from tests.node import node

MAPS = Path(__file__).parents[2] / "maps"
HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</title><img src=x onerror=alert(3)>",
    "javascript:alert(4)",
    '"\' onfocus=alert(5) autofocus tabindex=1 x="',
    "</style><style>*{background:url(http://example.org/x)}</style>",
    "</article></section><iframe srcdoc='<script>alert(6)</script>'>",
    "&lt;b&gt; &amp;amp; &#9731; <!-- not a comment -->",
    "<svg onload=alert(7)> ]]> <![CDATA[ x ]]>",
    "<a href='data:text/html,<script>alert(8)</script>'>here</a>",
    "{{constructor.constructor('alert(9)')()}} ${alert(10)}",
)


def hostile() -> ArgumentMap:
    """Hostile text in every field that a person fills in."""
    entries: dict[str, Entry] = {
        HOSTILE[0]: Source(
            title=HOSTILE[2], author=HOSTILE[4], date=HOSTILE[8], url=HOSTILE[3], text=HOSTILE[7], note=HOSTILE[6]
        ),
        "c": Statement(
            text=HOSTILE[0], short=HOSTILE[1], note=HOSTILE[2], by=HOSTILE[4], tags=(HOSTILE[5], HOSTILE[6])
        ),
        "r": Reason(target="c", rule=HOSTILE[7], section=HOSTILE[8], note=HOSTILE[9]),
        HOSTILE[10]: Statement(
            text=HOSTILE[1],
            stands_in=("r",),
            anchor=(Anchor(source=HOSTILE[0], para=1, head="alert(1)"),),
        ),
        HOSTILE[4]: Statement(
            text=HOSTILE[3],
            stands_in=("r",),
            anchor=(Anchor(source=HOSTILE[8], para=2, head=HOSTILE[5], tail=HOSTILE[7]),),
        ),
        "i": Conditional(antecedent=Atom("q"), consequent=Not(Atom("c")), if_text=HOSTILE[8], then_text=HOSTILE[9]),
        "o": Objection(target="c", answered=HOSTILE[10], rule=HOSTILE[5]),
        "p": Statement(text=HOSTILE[6], stands_in=("o", "nowhere")),
        "q": Statement(text=HOSTILE[7]),
        "u": Reason(target=HOSTILE[2]),
        "s": Scenario(title=HOSTILE[1], suppose=("q", f"not {HOSTILE[4]}"), text=HOSTILE[2], note=HOSTILE[5]),
    }
    return ArgumentMap(title=HOSTILE[2], note=HOSTILE[1], tags=(HOSTILE[0],), entries=entries)


def hostile_page() -> str:
    texts = Texts({HOSTILE[0]: Document.of("\n\n".join(HOSTILE))})
    return export(hostile(), "html", ExportOptions(texts=texts)).decode()


@cache
def example() -> tuple[ArgumentMap, Texts]:
    map = read((MAPS / "night-bus.argmap.toml").read_bytes()).map
    return map, Texts({"night-bus": Document.of((MAPS / "night-bus.md").read_text(encoding="utf-8"))})


@cache
def page(*, with_source: bool = False) -> str:
    map, texts = example()
    return export(map, "html", ExportOptions(texts=texts if with_source else None)).decode()


class Read(HTMLParser):
    """What a browser would make of a page: its elements with their attributes, and the text in each kind of them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ("meta", "link"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.inside.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.inside[-1] if self.inside else "", []).append(data)

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def policy(read: Read) -> dict[str, str]:
    told = next(
        each["content"] or "" for each in read.of("meta") if each.get("http-equiv") == "Content-Security-Policy"
    )
    return dict(rule.split(" ", 1) for rule in told.split("; "))


def known(read: Read) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(read.texts["script"][0])
    return found


def test_every_element_is_closed_where_it_should_be() -> None:
    for text in (page(), page(with_source=True), hostile_page()):
        assert Read(text).inside == []


def test_only_the_pages_own_style_and_script_count() -> None:
    read = Read(page())
    told = policy(read)
    assert told["default-src"] == told["base-uri"] == told["form-action"] == "'none'"
    assert told["img-src"] == told["font-src"] == "data:"
    assert told.keys() == {f"{kind}-src" for kind in ("default", "script", "style", "img", "font")} | {
        "base-uri",
        "form-action",
    }
    (style,), (_, script) = read.texts["style"], read.texts["script"]
    for name, text in (("style-src", style), ("script-src", script)):
        assert told[name] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    names = [tag for tag, _ in read.elements]
    policies = [at for at, (_, given) in enumerate(read.elements) if given.get("http-equiv")]
    assert policies[0] < names.index("style") < names.index("script")


def test_nothing_is_loaded_over_the_network() -> None:
    text = page(with_source=True)
    read = Read(text)
    assert not [each for tag, each in read.elements if {"src", "srcset", "data", "action", "style"} & each.keys()]
    assert [each["href"] for each in read.of("link")] == ["data:,"]
    assert all((each["href"] or "").startswith("#") for each in read.of("a"))
    assert not re.search(r"@import|url\((?!data:)", text)
    assert set(re.findall(r"https?://[^\"' )<]+", text)) <= {"http://www.w3.org/2000/svg"}


def test_the_script_makes_no_markup_of_text() -> None:
    script = Read(page()).texts["script"][1]
    banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|DOMParser|fetch\(|Storage"
    assert not re.search(banned, script)


def test_hostile_text_is_nothing_but_text() -> None:
    read = Read(hostile_page())
    allowed = {tag for tag, _ in Read(page(with_source=True)).elements} | {"em", "h4"}
    assert {tag for tag, _ in read.elements} <= allowed
    assert not [name for _, given in read.elements for name in given if name.startswith("on") or name == "autofocus"]
    assert all((each["href"] or "").startswith("#") for each in read.of("a"))
    text = "\n".join(each for tag, texts in read.texts.items() if tag not in ("script", "style") for each in texts)
    for hostile_text in HOSTILE:
        assert hostile_text in text


def test_data_for_the_script_ends_no_script() -> None:
    told = data({"a": "</script><!-- & \u2028\u2029", "b": [1, None]})
    assert not re.search("[<>&\u2028\u2029]", told)
    assert json.loads(told) == {"a": "</script><!-- & \u2028\u2029", "b": [1, None]}


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        (" jAvAsCrIpT:alert(1)", False),
        ("javascript://example.org/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("https://", False),
        ("http://[broken", False),
        ("https://example.org/\u202egpj", False),
        ("ftp://example.org", False),
        ("", False),
    ],
)
def test_only_web_addresses_lead_anywhere(url: str, leads: bool) -> None:
    read = Read(address(url))
    assert bool(read.of("a")) is leads
    assert unescape("".join(text for texts in read.texts.values() for text in texts)) == unescape(said(url))
    assert all(each["rel"] == "noopener noreferrer" for each in read.of("a"))


def test_passages_end_and_begin_as_the_map_says_and_their_words_need_the_source() -> None:
    assert "“the town should run” … “and Saturdays”" in page()
    assert "I was slow to come round to it" not in page()
    with_source = page(with_source=True)
    assert '<blockquote dir="auto">the town should run a night bus on Fridays and Saturdays</blockquote>' in with_source
    assert "I was slow to come round to it" in with_source
    read = Read(with_source)
    number = {each["data-id"]: (each["id"] or "").removeprefix("s") for each in read.of("article")}
    pointing = [(each.get("data-of") or "").split(" ") for each in read.of("span") if each.get("class") == "passage"]
    assert [number["run-night-bus"]] in pointing
    assert not any(number["taxi-load"] in each for each in pointing)
    assert [number["drivers-hired"], number["if-not-drivers-hired-first-buses-lost"]] in pointing


def test_a_passage_that_the_text_has_no_more_is_told() -> None:
    map, _ = example()
    other = Texts({"night-bus": Document.of("Another text altogether.")})
    text = export(map, "html", ExportOptions(texts=other)).decode()
    assert "The text here does not have these words any more." in text


def test_the_script_is_told_where_boxes_and_rows_stand() -> None:
    read = Read(page())
    told = known(read)
    ids = [each["data-id"] for each in read.of("article")]
    boxes = [ids[entry] for entry, *_ in told["boxes"]]
    above = {id: boxes[at] if at >= 0 else None for id, (_, at, *_) in zip(boxes, told["boxes"], strict=True)}
    assert above["run-night-bus"] is None
    assert above["trial-passengers"] == above["trial-novelty"] == "fares-income"
    assert above["calls-turned-away"] == "taxi-drivers-lose-work"
    rows = [(ids[entry], depth) for entry, depth, _ in told["rows"]]
    assert ("but-trial-novelty", 0) not in rows
    assert rows[0] == ("run-night-bus", 0)
    assert {id for id, _ in rows} == set(ids) - {"but-trial-novelty", "but-taxi-drivers-lose-work"}
    assert {id for id, depth in rows[-3:] if not depth} == {"bus-beyond-means", "drivers-hired", "first-buses-lost"}
    kinds = [str(each.get("class")).split(" ")[0] for each in read.of("g")]
    assert (len(boxes), len(told["lines"])) == (kinds.count("box"), kinds.count("reason") + kinds.count("objection"))


def test_scenarios_tell_only_what_they_change() -> None:
    read = Read(page())
    ids = [each["data-id"] for each in read.of("article")]
    plain, drivers, few = known(read)["scenarios"]
    assert (plain["title"], len(plain["of"])) == ("As the map is", len(ids))
    assert drivers["of"][str(ids.index("drivers-hired"))] == ["F", "supposed false", ""]
    assert few["of"][str(ids.index("bus-affordable"))][0] == "o"
    assert few["of"][str(ids.index("run-night-bus"))] == [
        "s",
        "stands (was open)",
        "C1 stands by reason R8, since C8 and P15 stand.",
    ]
    assert len(few["of"]) < len(ids) / 2
    assert few["halves"][str(ids.index("if-surplus-covers-loss-bus-affordable"))] == {"if": "f", "then": "o"}


def test_a_hundred_statements_can_be_mailed() -> None:
    assert len(export(bushy(100), "html")) < 300_000
    assert len(page()) < 200_000


def test_same_map_same_page() -> None:
    map, texts = example()
    assert export(map, "html", ExportOptions(texts=texts)).decode() == page(with_source=True)


def test_every_shape_of_map_makes_a_page() -> None:
    for seed in range(8):
        read = Read(export(samples.wild(random.Random(seed), 24), "html").decode())
        assert read.inside == []


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (ExportOptions(form="outline"), "leave out the form"),
        (ExportOptions(marks=Marks()), "all scenarios"),
    ],
)
def test_what_a_page_is_not_is_told(options: ExportOptions, told: str) -> None:
    with pytest.raises(DiagramError, match=told):
        export(samples.small(), "html", options)


def test_sources_go_into_pages_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "bus.argmap.toml"
    file.write_bytes((MAPS / "night-bus.argmap.toml").read_bytes())
    target = tmp_path / "bus.html"
    assert run(["export", str(file), "-o", str(tmp_path / "bus.svg"), "--with-source"]) == 2
    assert "--with-source goes with html" in capsys.readouterr().err
    assert run(["export", str(file), "-o", str(target), "--with-source"]) == 2
    assert "isn't on this machine" in capsys.readouterr().err
    assert not target.exists()
    (tmp_path / "night-bus.md").write_bytes((MAPS / "night-bus.md").read_bytes())
    assert run(["export", str(file), "-o", str(target), "--with-source"]) == 0
    assert target.read_text(encoding="utf-8") == page(with_source=True)


def test_a_page_is_used_with_mouse_fingers_and_keys(tmp_path: Path) -> None:
    ordinary, evil, texts = tmp_path / "page.html", tmp_path / "hostile.html", tmp_path / "texts.json"
    ordinary.write_text(page(with_source=True), encoding="utf-8")
    evil.write_text(hostile_page(), encoding="utf-8")
    texts.write_text(json.dumps(HOSTILE), encoding="utf-8")
    found = json.loads(node("page_driven.mjs", ordinary, evil, texts, browser=True))
    assert found["axe"] == []
    assert found["checked"] > 8


def test_what_turns_the_direction_of_text_is_shown_as_a_sign_in_what_the_script_says_too() -> None:
    entries: dict[str, Entry] = {
        "c": Statement(text="One."),
        "r": Reason(target="c"),
        "p": Statement(text="Two.", stands_in=("r",)),
        "\u202eid": Objection(target="\u202eid"),
        "s": Scenario(title="\u202etitle", suppose=("not p",)),
    }
    made = export(ArgumentMap(entries=entries), "html", ExportOptions()).decode()
    assert "‹U+202E›id" in made
    assert not re.search(r"\u202e|\\u202e", made)
