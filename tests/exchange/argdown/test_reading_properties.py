"""Whatever stands in an Argdown file: a map with all of its words, or every fault with its place."""

import json
import random
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange.argdown.reading import read, recognised
from argmap.exchange.argdown.writing import write
from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.format import ReadError
from tests.random_maps import random_map

_FILES = [path.read_text() for path in sorted((Path(__file__).parent / "sound").glob("*.argdown"))]
_SIGNS = "[ ] < > ]: >: { } {a:1} (1) (2) -- + - -> +> <_ _ _> >< <+ # ## #tag // /* */ <!-- --> * ** _ @[ @< \\ \\["
_PIECES = [
    *(*_SIGNS.split(), ",", ":", ".", "1.", "'"),
    *(f"{sign} " for sign in _SIGNS.split()),
    *(
        "----\n",
        "-- rule --\n",
        "===\n",
        "\n",
        "\n\n",
        "  ",
        "\t",
        "\r",
        "\u2028",
        "#(two words)",
        "words",
        "é",
        "京都",
    ),
    *("[title]", "<title>", "[title]: said so", "<title>: argued so", "http://x.y/z"),
]


def _taken(text: str) -> Imported | None:
    """What is read; None for a refusal, in which every problem has a line and a column of the text."""
    content = Content(text.encode())
    recognised(content)
    try:
        imported = read(content)
    except ReadError as refused:
        problems = refused.problems
    else:
        assert any(True for _ in imported.map.sentences())
        return imported
    lines = content.text.split("\n")
    assert problems
    for problem in problems:
        assert problem.line is not None
        assert problem.column is not None
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2
    return None


def _lost(text: str, imported: Imported) -> list[str]:
    """The words of the text that are neither in the map nor in a problem."""
    said = [json.dumps(imported.map.model_dump(mode="json"), ensure_ascii=False)]
    said += [problem.message for problem in imported.problems]
    if "{" in text.replace("\\{", ""):
        return []  # what stands in data is no text
    kept = re.sub(r"[\W_]+", "", " ".join(said).casefold())
    outside = re.sub(r"===.*?===", " ", text.replace("\\", ""), flags=re.DOTALL)
    words = re.split(r"[\W_]+", outside.casefold())
    return [word for word in words if word not in kept and not word.isdigit()]


def _changed(text: str, edits: list[tuple[float, int, str]]) -> str:
    for where, gone, piece in edits:
        at = int(where * len(text))
        text = text[:at] + piece + text[at + gone :]
    return text


_EDITS = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.sampled_from([0, 0, 1, 2, 9]), st.sampled_from(_PIECES)),
    min_size=1,
    max_size=4,
)


def test_no_word_of_the_sound_files_is_lost() -> None:
    for text in _FILES:
        imported = _taken(text)
        assert imported is not None
        assert _lost(text, imported) == []


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_FILES), _EDITS)
def test_a_changed_file_loses_no_word_or_is_refused_with_places(text: str, edits: list[tuple[float, int, str]]) -> None:
    changed = _changed(text, edits)
    if (imported := _taken(changed)) is not None:
        assert _lost(changed, imported) == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=25).map("".join))
def test_random_pieces_of_argdown_lose_no_word_or_are_refused_with_places(text: str) -> None:
    if (imported := _taken(text)) is not None:
        assert _lost(text, imported) == []


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_is_a_map_or_refused(text: str) -> None:
    try:
        Content(text.encode("utf-8", "replace"))
    except ReadError:
        return
    _taken(text.encode("utf-8", "replace").decode())


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10_000), _EDITS)
def test_a_changed_export_gives_a_map_or_is_refused(seed: int, edits: list[tuple[float, int, str]]) -> None:
    _taken(_changed(write(random_map(random.Random(seed), 10)).decode(), edits))
