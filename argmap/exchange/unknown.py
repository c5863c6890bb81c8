"""What a file in no known format seems to be, and what to do with it."""

import json
import re
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
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]0-9])')
_HTML = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
_XML = re.compile(r"\s*<(?:\?xml|!--|!DOCTYPE|[A-Za-z][\w.:-]*[\s>/])")
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


def unrecognised(content: "Content", reads: str) -> ReadError:
    """What to say of a text that is in no format known; `reads` names those that are."""
    text, advice = content.text, None
    if not text.strip():
        return refusal("I007", "the file is empty", 1, 1)
    if content.name.lower().endswith(".rtnl"):
        what, advice = "a map of Rationale, which argmap can't read", _RATIONALE
    elif _MAP.search(text):
        what, advice = "an argmap map already", f"`argmap {content.name or 'FILE'}` opens it"
    elif text.startswith("%PDF"):
        what, advice = "a PDF, no argument map as text", "export the map as text, then import that"
    elif _HTML.match(text):
        what = "a web page, no argument map"
    elif _XML.match(text):
        what = "XML, but no argument map that argmap reads"
    elif content.json is not None:
        what = "JSON, but no argument map that argmap reads"
    elif _JSON.match(text):
        return _broken_json(text)
    else:
        what, advice = "in no format that argmap reads", f"it reads {reads}; {_OUTLINE}"
    return refusal("I001", f"this is {what}", 1, 1, advice=advice or f"it reads {reads}")


def _broken_json(text: str) -> ReadError:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        message = f"this begins as JSON, but here it isn't: {error.msg[:1].lower()}{error.msg[1:]}"
        return refusal("I002", message, error.lineno, error.colno, advice="export the file anew")
    except (ValueError, RecursionError):
        pass
    return refusal("I008", "this JSON is nested too deeply, or has a number too long, to be read", 1, 1)
