"""All readers together: which takes what, and that nothing else than a map or a told fault ever comes of a file."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.exchange import READERS, Content, Imported, read_foreign, recognised
from argmap.export.outline_text import outline_text
from argmap.export.standard import standard_form, standard_text
from argmap.format import ReadError, read, write
from argmap.model import ArgumentMap, Statement
from tests.exchange.samples import SAMPLES
from tests.random_maps import random_map


def content(name: str) -> Content:
    return Content(SAMPLES[name].read_bytes(), SAMPLES[name].name)


def test_every_reader_has_a_sample():
    assert sorted(SAMPLES) == sorted(READERS)


@pytest.mark.parametrize("name", READERS)
def test_a_reader_recognises_its_own_sample_and_no_other(name):
    assert [other for other in SAMPLES if READERS[name].recognised(content(other))] == [name]
    assert read_foreign(content(name)).format == name


A_MAP = write(ArgumentMap(entries={"a": Statement(text="A.")})).text
PROSE = (
    "The ferry is full every morning: we counted.\nIt costs < 5 euros, and [some] say more.\n\n1. Build.\n2. Wait.\n"
)
MARKDOWN = "# The bridge\n\nSee [the report](https://ferry.example), *really*.\n\n> It is full.\n\n* one\n* two\n"
PYTHON = 'from x import y\n\n\n@a\ndef f(a: int) -> "int":\n    """Pro: 1.1."""\n    return [a] + {1: 2}[a]  # <b>\n'
UNKNOWN = {
    "prose": (PROSE, "no format that argmap reads"),
    "markdown": (MARKDOWN, "no format that argmap reads"),
    "python": (PYTHON, "no format that argmap reads"),
    "csv": ('id,text\n1,"Build, now"\n2,Wait\n', "no format that argmap reads"),
    "an argmap map": (A_MAP, "this is an argmap map already"),
    "nothing": (" \n\t\n", "the file is empty"),
    "html": ("<!DOCTYPE html>\n<html><title>[A]: b</title><p>x</p></html>\n", "a web page"),
    "png": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a PNG image"),
    "other json": ('{"nodes": "none", "x": [1, {"y": null}]}', "JSON, of no kind that argmap reads"),
    "other xml": ("<?xml version='1.0'?>\n<root><node/></root>\n", "XML, of no kind that argmap reads"),
    "broken xml": ("<?xml version='1.0'?>\n<arggraph><edu>\n", "XML"),
    "broken json": ('{\n "nodes": [1,]}', "this begins as JSON and can't be read from here on"),
    "a plain list": ("- Build the bridge.\n  - The ferry is full.\n    - It was counted.\n- Wait.\n", "no format"),
    "a plus list": ("Build the bridge.\n+ The ferry is full.\n+ It was counted.\n", "no format that argmap reads"),
    "UTF-16": ("\ufeffA.".encode("utf-16-le"), "UTF-16"),
}


@pytest.mark.parametrize("kind", UNKNOWN)
def test_a_file_of_another_kind_is_refused_in_words(kind):
    text, told = UNKNOWN[kind]
    with pytest.raises(ReadError) as error:
        read_foreign(Content(text if isinstance(text, bytes) else text.encode(), "some.file"))
    (problem,) = error.value.problems
    assert told in problem.message
    assert problem.advice or kind == "nothing"


def test_a_map_already_says_how_it_is_opened_and_a_map_of_rationale_what_to_do():
    with pytest.raises(ReadError) as error:
        read_foreign(Content(A_MAP.encode(), "bridge.argmap.toml"))
    assert error.value.problems[0].advice == "`argmap bridge.argmap.toml` opens it"
    for data in (b"<map>x</map>", b"PK\x03\x04\xff"):
        with pytest.raises(ReadError) as error:
            read_foreign(Content(data, "bridge.rtnl"))
        assert "Rationale" in error.value.problems[0].message
        assert "argmap new NAME --from FILE" in (error.value.problems[0].advice or "")


@pytest.mark.parametrize("seed", range(30))
def test_what_argmap_itself_prints_is_no_other_programs(seed):
    map = random_map(random.Random(seed), 12)
    for text in (outline_text(map), standard_text(standard_form(map)), write(map).text):
        assert recognised(Content(text.encode())) is None


def _lines(data: bytes) -> int:
    """How many lines there are, whatever ends them."""
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1


def sound(imported: Imported, data: bytes) -> None:
    """What is imported has statements, can be saved, and says where each loss was."""
    assert any(True for _ in imported.map.sentences())
    document = write(imported.map)
    assert read(document.encode()).map == imported.map
    for problem in imported.problems:
        assert problem.severity == "warning"
        assert problem.line or problem.id
        assert 0 <= (problem.line or 0) <= _lines(data)


def told(error: ReadError, data: bytes) -> None:
    """What can't be imported says why, and where."""
    assert error.problems
    for problem in error.problems:
        assert problem.severity == "error"
        assert problem.message
        assert 0 <= (problem.line or 0) <= _lines(data) + 1


@pytest.mark.parametrize("name", READERS)
@settings(max_examples=60)
@given(st.randoms(use_true_random=False), st.data())
def test_mutated_files_give_a_map_or_told_faults(name, rng, data):
    mutated = mangled(SAMPLES[name].read_bytes(), rng, data.draw(st.binary(max_size=6)))
    for format in (None, name):
        try:
            imported = read_foreign(Content(mutated, "x"), format)
        except ReadError as error:
            told(error, mutated)
        else:
            sound(imported, mutated)


def mangled(whole: bytes, rng: random.Random, noise: bytes) -> bytes:
    """A file with one to three things changed: cut, doubled, shuffled, or noise put in."""
    for _ in range(rng.randint(1, 3)):
        start, end = sorted((rng.randint(0, len(whole)), rng.randint(0, len(whole))))
        lines = whole.split(b"\n")
        match rng.randrange(7):
            case 0:
                whole = whole[:start]
            case 1:
                whole = whole[:start] + whole[min(end, start + 20) :]
            case 2:
                whole = whole[:start] + noise + whole[start:]
            case 3:
                whole = whole[:end] + whole[start : min(end, start + 40)] + whole[end:]
            case 4:
                rng.shuffle(lines)
                whole = b"\n".join(lines)
            case 5:
                lines.insert(rng.randint(0, len(lines)), rng.choice(lines))
                whole = b"\n".join(lines)
            case _:
                whole = (
                    whole[:start]
                    + rng.choice((b"[", b"]", b"{", b'"', b"<", b"-", b"\n", b"\t", b"1.", b"\\"))
                    + whole[start + 1 :]
                )
    return whole
