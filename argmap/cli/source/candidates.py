"""`argmap source candidates`: the conditionals that a text states."""

from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from argmap.cli.console import opened, put, say_line, say_wrapped
from argmap.cli.source.parts import Format, labels, passages, texts_asked, titled
from argmap.model import ArgumentMap, Conditional
from argmap.source import Document, Texts
from argmap.source.candidates import Candidate, candidates
from argmap.source.coverage import pointing_to
from argmap.source.verified import verified
from argmap.workspace.dismissed import dismissed


class _Offer(NamedTuple):
    """A candidate, its paragraph, the conditionals that point to it, and whether it was dismissed."""

    candidate: Candidate
    para: int
    mapped: list[str]
    dismissed: bool


def run(
    file: Annotated[Path, typer.Argument(readable=False, help="The map.")],
    source: Annotated[str | None, typer.Option("--source", metavar="ID", help="Only this source.")] = None,
    format: Annotated[Format, typer.Option("--format", help="text, or json.")] = Format.text,
) -> int:
    """List the conditionals that the map's texts state, each with its IF and THEN, and whether it is mapped.

    One counts as mapped where a conditional of the map points to it, or to a part of it.

    \b
    Examples:
      argmap source candidates bridge.argmap.toml
      argmap source candidates bridge.argmap.toml --format json
    """
    map = opened(file).map
    texts = texts_asked(map, file, source)
    offers = {id: _offers(map, texts, id) for id in texts.documents}
    if format is Format.json:
        from argmap.model.visible import json_text

        data = [_data(id, texts.documents[id], offer) for id, all in offers.items() for offer in all]
        put((json_text(data, indent=2) + "\n").encode())
        return 0
    for id, all in offers.items():
        _print(map, id, all)
    return 0


def _offers(map: ArgumentMap, texts: Texts, source: str) -> list[_Offer]:
    document, gone = texts.documents[source], dismissed()
    pointers = [
        (id, passage)
        for id, passage in passages(map, verified(map, texts), source)
        if isinstance(map.entries[id], Conditional)
    ]
    return [
        _Offer(
            candidate,
            paragraph.number if (paragraph := document.paragraph_at(candidate.passage.start)) else 0,
            pointing_to(pointers, candidate.passage),
            document.hash_of(candidate.passage) in gone,
        )
        for candidate in candidates(document)
    ]


def _print(map: ArgumentMap, source: str, offers: list[_Offer]) -> None:
    mapped = sum(1 for offer in offers if offer.mapped)
    gone = sum(1 for offer in offers if offer.dismissed and not offer.mapped)
    count = "1 conditional" if len(offers) == 1 else f"{len(offers)} conditionals"
    say_line(f"{titled(map, source)}: {count}, {mapped} mapped" + (f", {gone} dismissed" if gone else ""))
    for candidate, para, ids, dropped in offers:
        standing = f"  mapped: {' '.join(labels(map, ids))}" if ids else "  dismissed" if dropped else ""
        say_line(f"¶{para}{standing}")
        say_wrapped(f"IF{' NOT' if candidate.negated else ''}  {candidate.if_text}", "  ")
        say_wrapped(f"THEN{f' ({candidate.qualifier})' if candidate.qualifier else ''}  {candidate.then_text}", "  ")


def _data(source: str, document: Document, offer: _Offer) -> dict[str, Any]:
    candidate = offer.candidate
    return {
        "source": source,
        "para": offer.para,
        "text": document.text[candidate.passage.start : candidate.passage.end],
        "if": candidate.if_text,
        "then": candidate.then_text,
        "negated": candidate.negated,
        "qualifier": candidate.qualifier,
        "mapped": offer.mapped,
        "dismissed": offer.dismissed,
    }
