"""What a file in no known format seems to be, and what to do with it."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.exchange.refusals import refusal
from argmap.format import ReadError

if TYPE_CHECKING:
    from argmap.exchange.content import Content

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive, or a document of an office program"),
    (b"\x1f\x8b", "a gzip archive"),
)
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MAP = re.compile(r"^argmap[ \t]*=[ \t]*[0-9]", re.MULTILINE)
_HTML = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_OUTLINE = "an indented outline or a numbered list begins a map by `argmap new NAME --from FILE`"
_RATIONALE = f"the format of Rationale's files isn't published; write the claims down as text: {_OUTLINE}"


def binary(data: bytes, name: str) -> ReadError | None:
    """What to say of bytes that are no text, by how they begin and the file's name; None where that says nothing."""
    if name.lower().endswith(".rtnl"):
        return refusal("I001", "this is a map of Rationale, which argmap can't read", advice=_RATIONALE)
    if data.startswith(_UTF_16):
        return refusal("I002", "this is UTF-16 text", advice="save the file again in UTF-8")
    what = next((what for begins, what in _SIGNATURES if data.startswith(begins)), None)
    if what is None:
        return None
    return refusal(
        "I002", f"this is {what}, no argument map as text", advice="export the map as text, then import that"
    )


def misfit(content: "Content") -> ReadError | None:
    """What to say of a text that is plainly something else than prose or an outline; None where it may be one."""
    text = content.text
    if content.name.lower().endswith(".rtnl"):
        return refusal("I001", "this is a map of Rationale, which argmap can't read", advice=_RATIONALE)
    if _MAP.search(text):
        return refusal(
            "I001", "this is an argmap map already", 1, 1, advice=f"`argmap {content.name or 'FILE'}` opens it"
        )
    if text.startswith("%PDF"):
        return refusal("I001", "this is a PDF", 1, 1, advice="copy its text out of it")
    if _HTML.match(text):
        return refusal("I001", "this is a web page", 1, 1, advice="copy its text out of it")
    if text.startswith("<?xml"):
        return content.broken or refusal("I001", "this is XML, of no kind that argmap reads", 1, 1)
    if isinstance(content.json, dict) or (
        isinstance(content.json, list) and content.json and isinstance(content.json[0], dict)
    ):
        return refusal("I001", "this is JSON, of no kind that argmap reads", 1, 1)
    return None


def unrecognised(content: "Content", reads: str) -> ReadError:
    """What to say of a text that is in no format known; `reads` names those that are."""
    text = content.text
    if not text.strip():
        return refusal("I007", "the file is empty", 1, 1)
    if (known := misfit(content)) is not None:
        advice = known.problems[0].advice or f"it reads {reads}"
        return ReadError([replace(known.problems[0], advice=advice)])
    if content.broken is not None:
        return content.broken
    for what, found in (("JSON", content.json), ("XML", content.xml)):
        if found is not None:
            return refusal("I001", f"this is {what}, of no kind that argmap reads", 1, 1, advice=f"it reads {reads}")
    return refusal("I001", "this is in no format that argmap reads", 1, 1, advice=f"it reads {reads}; {_OUTLINE}")
