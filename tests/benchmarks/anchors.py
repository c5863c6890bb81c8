"""Anchors: what looking them up costs, and how often it is right in texts that were edited."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from argmap.model.sources import Anchor
from argmap.source import Document, verify
from tests.benchmarks.processes import own_cpu
from tests.benchmarks.table import line
from tests.source.judging import Tally, pointed, runs
from tests.source.sample_texts import babble, commentary, prose, repetitive
from tests.source.text_edits import EDITS, words_changed
from tests.source.tracked import tokens, written

ANCHORS, WORDS = 1_000, 19_000
IN_A_TEXT = 200
KINDS = ("same", "changed", "short", "gone", "remnant")
LEGEND = """
  same: exact or moved, at the very words; changed: proposed, at least half of the words in common; short: that, of
  passages under six words; gone: lost; remnant: less than half is left, proposed or lost; wrong: of the changed and
  the short, proposed somewhere else; false: anchors called exact or moved at other words."""


def measure(folder: Path) -> None:
    """Print the times, then for each edit and each text how often, in percent, the right thing was said."""
    _times()
    print(LEGEND)
    _table("prose, together", prose() | commentary(), alone=False)
    _table("prose, each alone", prose() | commentary(), alone=True)
    _table("repetitive texts", repetitive(), alone=False)


def _times() -> None:
    text = babble(WORDS)
    anchors = [point.anchor for point in pointed(text, ANCHORS, Random(1))]
    what = f"{len(anchors):,} anchors, {len(text.encode()) / 1000:.0f} KB"
    line(f"index, {what}", own_cpu(lambda: _indexed(text)), 0.1)
    _verified(f"verify, {what}", text, anchors, 0.05)
    for rate in (0.1, 0.3):
        edited = written(words_changed(rate)(tokens(text), Random(2))).text
        _verified(f"verify, {rate:.0%} of the words changed", edited, anchors, 1.6)
    _verified("verify in another text of such words", babble(WORDS, seed=9), anchors, 1.6)
    _verified("verify in 200,000 equal words", "the " * 200_000, anchors)


def _verified(what: str, text: str, anchors: Sequence[Anchor], budget: float | None = None) -> None:
    document = _indexed(text)
    counts = Counter(one.status for one in verify(document, anchors))
    said = ", ".join(f"{count} {status}" for status, count in counts.most_common())
    line(what, own_cpu(lambda: verify(document, anchors)), budget, said)


def _indexed(text: str) -> Document:
    document = Document.of(text)
    document.places, document.numbers, document.bounds  # noqa: B018
    return document


def _table(title: str, texts: Mapping[str, str], *, alone: bool) -> None:
    by_edit: dict[str, Tally] = {}
    by_text: dict[str, Tally] = {}
    for name, edit, tally in runs(texts, EDITS, IN_A_TEXT, alone=alone):
        by_edit[edit] = by_edit.get(edit, Tally()) + tally
        by_text[name] = by_text.get(name, Tally()) + tally
    print(f"\n{title:<38}" + "".join(f"{kind:>15}" for kind in KINDS) + f"{'wrong':>9}{'false':>7}", flush=True)
    for name, tally in (by_edit | by_text | {"all": sum(by_text.values(), Tally())}).items():
        changed = tally.of("changed") + tally.of("short")
        wrong = sum(tally.counts[kind, "changed, but elsewhere"] for kind in ("changed", "short"))
        false = sum(count for (_, said), count in tally.counts.items() if said.endswith("other words"))
        cells = "".join(f"{_percent(tally.counts[kind, 'right'], tally.of(kind)):>15}" for kind in KINDS)
        print(f"{name:<38}{cells}{f'{100 * wrong / max(changed, 1):.1f}':>9}{false:>7}", flush=True)


def _percent(right: int, of: int) -> str:
    return f"{100 * right / of:.1f} of {of:,}" if of else "-"
