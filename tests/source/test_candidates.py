"""Conditionals are found in a text, split into their halves, and nothing else is offered."""

import re
from pathlib import Path

import pytest

from argmap.source import Document
from argmap.source.candidates import candidates

TABLE = Path(__file__).with_name("sentences_with_conditionals.txt")


def rows():
    for line in TABLE.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def plain(marked):
    return re.sub(r"[{}<>]", "", re.sub(r"^!|\s*~\w+\s*$", "", marked)).strip()


def expected(row):
    parts = [part.strip() for part in row.split("&")]
    sentence = plain(parts[-1])
    wanted = []
    for part in parts:
        if "{" in part:
            hedge = re.search(r"~(\w+)\s*$", part)
            antecedent = re.search(r"\{(.*)\}", part)[1]
            pieces = re.findall(r"<([^>]*)>", part)
            wanted.append(
                (plain(antecedent), max(pieces, key=len), part.startswith("!"), hedge[1] if hedge else None)
            )
    return sentence, wanted


def offered(text):
    document = Document.of(text)
    return [
        (document.text[slice(*one.antecedent)], document.text[slice(*one.consequent)], one.negated, one.qualifier)
        for one in candidates(document)
    ]


@pytest.mark.parametrize("row", rows())
def test_the_table(row):
    sentence, wanted = expected(row)
    assert offered(sentence) == wanted
