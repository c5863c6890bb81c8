"""Markdown's marks taken out of a passage, for a statement that begins with its words."""

import re

_FOOTNOTE = re.compile(r"\[\^[\w-]+\]")
_LINK = re.compile(r"!?\[([^\[\]]+)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3}|~~|`)(?=\S)(.+?)(?<=\S)\1(?![\w*])")
_LINE = re.compile(r"^(?:\s*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+)+", re.MULTILINE)


def plain(text: str) -> str:
    """A stretch of Markdown without the marks of emphasis, links, headings, lists and footnotes; its words stay."""
    text = _LINE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _FOOTNOTE.sub("", text)
    before = None
    while before != text:
        before, text = text, _EMPHASIS.sub(r"\2", text)
    return text
