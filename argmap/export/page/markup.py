"""Text as HTML: whatever stands in it is shown, nothing in it is read as a tag, an entity or a script."""

import json
from collections.abc import Iterable
from html import escape
from typing import Any
from urllib.parse import urlsplit

from argmap.model.visible import visible

_IN_SCRIPTS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def said(text: str) -> str:
    """Plain text for between tags and inside a quoted attribute; control characters are shown as signs."""
    return escape(visible(text))


def tags(every: Iterable[str]) -> str:
    """Tags as HTML, in a row."""
    return " ".join(f'<span class="tag">{said(each)}</span>' for each in every)


def data(value: Any) -> str:
    """A value as JSON that no HTML parser can read an end of a script out of."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPTS)


def address(url: str) -> str:
    """A web address as text that leads there; any other address, such as of a script, as text alone."""
    shown = said(url)
    try:
        parts = urlsplit(url.strip())
        leads = parts.scheme in ("http", "https") and bool(parts.hostname) and visible(url) == url
    except ValueError:
        leads = False
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>' if leads else shown
