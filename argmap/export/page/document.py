"""The page itself: its parts put together, and a policy that lets nothing run or load but what is in it."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files

from argmap.diagram.words.captions import caption
from argmap.diagram.words.describe import description
from argmap.diagram.words.prose import prose
from argmap.export.drawing import laid_out
from argmap.export.options import ExportOptions
from argmap.export.page import scenarios
from argmap.export.page.drawing import Drawing, drawing
from argmap.export.page.entries import Entries
from argmap.export.page.markup import data, said, tags
from argmap.export.page.outline import rows
from argmap.export.page.passages import Passages
from argmap.export.standard import standard_form
from argmap.model import ArgumentMap, Source

_SCRIPTS = ("state", "figure", "folding", "outline", "details", "scenarios", "search", "page")
_UNTITLED = "Argument map"
_KEYS = (
    "Keys in the figure: arrows move it, + and − zoom, 0 fits it, 1 goes to the main conclusion. Tab goes to its "
    "boxes: there arrows go from box to box, Enter reads one, Space folds what is below it. / searches."
)


def page(map: ArgumentMap, options: ExportOptions) -> str:
    """The page as HTML; same input, same text. Raises DiagramError where the figure can't be drawn."""
    direction = options.direction or "right"
    figure = laid_out(map, replace(options, direction=direction, labels=True, theme="light", legend=False))
    drawn = drawing(map, figure)
    entries = Entries(map)
    number = entries.number
    told = scenarios.told(entries)
    passages = Passages.of_map(map, options.texts, number)
    style, script = "\n".join([_file("page.css"), *drawn.rules]), _script()
    title = said(map.title or _UNTITLED)
    known = {
        "down": direction == "down",
        "rows": rows(map, number),
        "boxes": [[number.get(id, -1), *rest] for id, *rest in drawn.boxes],
        "lines": [[number.get(id, -1), box] for id, box in drawn.lines],
        "scenarios": scenarios.data(told),
    }
    parts = [
        "<!doctype html>",
        '<html lang="en"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">',
        f'<title>{title}</title><link rel="icon" href="data:,">',
        f"<style>{style}</style></head><body>",
        '<a class="skip" href="#view">Skip to the figure</a>',
        '<a class="skip" href="#statement">Skip to the statement</a>',
        f'<header><div id="head"><h1 id="title" dir="auto">{title}</h1>{"".join(_byline(map))}</div>',
        '<div id="tools" hidden></div></header>',
        "<main>",
        '<section id="navigator" aria-label="Outline and source">',
        '<section id="outline" hidden><h2>Outline</h2></section>',
        *_sources(map, passages),
        "</section>",
        *_figure(map, drawn, caption(map, figure)),
        '<section id="side" aria-label="Statement, standard form and scenarios">',
        '<section id="statement"><h2>Statements</h2>',
        *(entries.article(id, passages) for id in number),
        "</section>",
        *_standard(entries),
        '<section id="whatif"><h2>What if</h2>',
        *(each.explained for each in told),
        "</section>",
        '<section id="words"><h2>The figure in words</h2>',
        *(f'<p dir="auto">{said(text)}</p>' for text in prose(map)),
        "</section></section></main>",
        "<footer><p>An argument map, made with argmap. This page is complete: it asks for nothing over the network."
        "</p></footer>",
        f'<script type="application/json" id="map">{data(known)}</script>',
        f"<script>{script}</script></body></html>",
        "",
    ]
    return "\n".join(parts)


def _figure(map: ArgumentMap, drawn: Drawing, explained: str) -> Iterator[str]:
    yield '<section id="figure"><h2>Figure</h2><figure><div id="view">'
    yield drawn.svg
    yield "</div><figcaption><details><summary>About this figure</summary>"
    yield f'<p id="summary">{said(description(map))}</p><p>{said(explained)}</p>'
    yield f'<p class="keys">{_KEYS}</p>'
    yield "</details></figcaption></figure></section>"


def _byline(map: ArgumentMap) -> Iterator[str]:
    sources = [entry for id in map.sources if isinstance(entry := map.entries[id], Source)]
    told = [
        f"<cite>{said(each.title or id)}</cite>"
        + (f" by {said(each.author)}" if each.author else "")
        + (f", {said(str(each.date))}" if each.date else "")
        for id, each in zip(map.sources, sources, strict=True)
    ]
    if told:
        yield f'<p class="byline" dir="auto">Drawn from {"; ".join(told)}</p>'
    if map.note:
        yield f'<p class="byline" dir="auto">{said(map.note)}</p>'
    if map.tags:
        yield f'<p class="byline">{tags(map.tags)}</p>'


def _sources(map: ArgumentMap, passages: Passages) -> Iterator[str]:
    if map.sources:
        yield f'<section id="source"><h2>{"Sources" if len(map.sources) > 1 else "Source"}</h2>'
        for id in map.sources:
            entry = map.entries[id]
            if isinstance(entry, Source):
                yield passages.source(id, entry)
        yield "</section>"


def _standard(entries: Entries) -> Iterator[str]:
    map = entries.map
    by_label = {label: id for id, label in map.outline.labels.items() if map.sentence(id) is not None}
    yield '<section id="standard"><h2>Standard form</h2>'
    for group in standard_form(map).groups:
        yield f"<h3>{said(group.heading)}</h3>" if group.heading else ""
        yield '<ul class="steps">'
        for step in group.steps:
            label = entries.link(by_label[step.label]) if step.label in by_label else said(step.label)
            remarks = f' <span class="why">[{said("; ".join(step.remarks))}]</span>' if step.remarks else ""
            yield f'<li>{label} <span dir="auto">{said(step.sentence)}</span>{remarks}</li>'
        yield "</ul>"
    yield "</section>"


def _policy(style: str, script: str) -> str:
    """Nothing is loaded; of styles and scripts only these very ones count."""
    rules: Mapping[str, str] = {
        "default-src": "'none'",
        "script-src": _hashed(script),
        "style-src": _hashed(style),
        "img-src": "data:",
        "font-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hashed(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _script() -> str:
    parts = "\n".join(_file(f"{name}.js") for name in _SCRIPTS)
    return f'(()=>{{"use strict";\n{parts}\n}})();'


@cache
def _file(name: str) -> str:
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in text.splitlines())
