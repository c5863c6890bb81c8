"""The formats that maps are read from, and which of them a file is in."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType

from argmap.exchange.content import Content
from argmap.exchange.imported import Imported
from argmap.exchange.refusals import refusal
from argmap.exchange.unknown import unrecognised


@dataclass(frozen=True)
class Reader:
    """A format that is read: its name, what people call it, and the module that knows it.

    The module has `recognised(content)`, quick and without errors, and `read(content)`. Where things have titles beside
    their texts (`titled`), `read` can be told to take a title without text as its own text.
    """

    name: str
    title: str
    module: str
    titled: bool = False

    def recognised(self, content: Content) -> bool:
        """Whether a file looks like one of this format."""
        return bool(import_module(self.module).recognised(content))

    def read(self, content: Content, *, titles_as_texts: bool = False) -> Imported:
        """Read a file as this format; raises ReadError with every fault, each with its line and column."""
        options = {"titles_as_texts": True} if titles_as_texts and self.titled else {}
        read: Imported = import_module(self.module).read(content, **options)
        return read


_KNOWN: tuple[Reader, ...] = (
    Reader("ova", "OVA", "argmap.exchange.aif.ova"),
    Reader("xaif", "xAIF", "argmap.exchange.aif.xaif"),
    Reader("aif", "AIF (AIFdb JSON)", "argmap.exchange.aif.plain"),
    Reader("microtexts", "arg-microtexts XML", "argmap.exchange.microtexts"),
    Reader("kialo", "Kialo's text export", "argmap.exchange.kialo"),
    Reader("argdown", "Argdown", "argmap.exchange.argdown.reading", titled=True),
)
READERS: Mapping[str, Reader] = MappingProxyType({reader.name: reader for reader in _KNOWN})
"""Every format that can be read, by name, in the order in which a file is held against them."""


def recognised(content: Content) -> Reader | None:
    """The format that a file is in, by what it holds; None where it is in none that is known."""
    return next((reader for reader in READERS.values() if reader.recognised(content)), None)


def read_foreign(content: Content, format: str | None = None, *, titles_as_texts: bool = False) -> Imported:
    """Read a file in the format named, or in the one it is recognised as.

    With `titles_as_texts` a title that has no text anywhere is its own text, in a format whose statements have titles.
    Raises ReadError for one that isn't recognised, that can't be read, and that holds no statement.
    """
    reader = READERS[format] if format is not None else recognised(content)
    if reader is None:
        raise unrecognised(content, ", ".join(reader.title for reader in READERS.values()))
    imported = reader.read(content, titles_as_texts=titles_as_texts)
    if not any(True for _ in imported.map.sentences()):
        raise refusal("I007", f"this {reader.title} file holds no statement", 1, 1)
    return imported
