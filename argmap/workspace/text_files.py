"""Files that hold a source's text: read whole, and once as long as they are the same."""

import threading
from pathlib import Path

from argmap.source import Document
from argmap.workspace.files import WorkspaceError, regular_bytes, told
from argmap.workspace.on_disk import Stamp, stamp_of

LARGEST = 8_000_000
"""The most bytes that are read as a source's text."""

_MOST_KEPT = 2 * LARGEST
_kept: dict[Path, tuple[Stamp, Document]] = {}
_alone = threading.Lock()


def read_text(path: Path, what: str) -> Document:
    """The text in a file; `what` it is of is told where it can't be had.

    While the file is the same, its document is, too. Raises WorkspaceError, with what to do, for anything
    but UTF-8 text with words in it, of at most `LARGEST` bytes, in a regular file that may be read.
    """
    with _alone, told(path, "can't be read"):
        stamp = stamp_of(path)
        kept = _kept.pop(path, None)
        if kept is None or kept[0] != stamp or stamp is None:
            kept = stamp, _document(path, _bytes(path, what), what)
        _kept[path] = kept
        while sum(len(document.text) for _, document in _kept.values()) > _MOST_KEPT and len(_kept) > 1:
            del _kept[next(iter(_kept))]
        return kept[1]


def _bytes(path: Path, what: str) -> bytes:
    data = regular_bytes(
        path,
        LARGEST + 1,
        missing=f"the text of {what} is expected there",
        folder=f"the text of {what} is expected as a file there",
        special=f"put the text of {what} there",
    )
    if len(data) > LARGEST:
        raise WorkspaceError(
            f"{path} is too large for a source ({path.stat().st_size / 1e6:.1f} MB, at most {LARGEST // 10**6} MB); "
            "keep the part that the map is drawn from"
        )
    return data


def _document(path: Path, data: bytes, what: str) -> Document:
    if data.startswith(b"%PDF"):
        raise WorkspaceError(f"{path} is a PDF; save its text as a UTF-8 file and take that")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        wrong = f"byte 0x{data[error.start]:02x} in line {_line(data, error.start)}"
        raise WorkspaceError(f"{path} is not UTF-8 text ({wrong}); save it again as UTF-8") from None
    if (nul := data.find(b"\0")) >= 0:
        wrong = f"a NUL byte in line {_line(data, nul)}"
        raise WorkspaceError(f"{path} is not UTF-8 text ({wrong}, as in UTF-16); save it again as UTF-8")
    document = Document.of(text)
    if not document.paragraphs:
        raise WorkspaceError(f"{path} is empty; the text of {what} is expected there")
    return document


def _line(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1
