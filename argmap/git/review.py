"""A map's file as text for reviewing, whatever state it is in: where this failed, `git diff` would."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.export.review_text import raw_text, review_text
from argmap.format import ReadError, read
from argmap.git.repository import GitError, run
from argmap.model.visible import visible

if TYPE_CHECKING:
    from argmap.git.markers import Marked

_STYLE = "merge.conflictStyle=merge"


def review(data: bytes) -> str:
    """The map in a file's bytes as `review_text`.

    Where a merge left markers, they stand round what differs. A file that is no map is shown as it is.
    """
    try:
        return review_text(read(data).map)
    except ReadError:
        return _between_markers(data) or raw_text(data)


def _between_markers(data: bytes) -> str | None:
    from argmap.git.markers import unmarked

    try:
        marked = unmarked(data.decode("utf-8-sig"))
        if marked is None:
            return None
        texts = [
            review_text(read(text.encode()).map) if text and text.strip() else ""
            for text in (marked.ours, marked.base, marked.theirs)
        ]
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, name) for name in ("ours", "base", "theirs")]
            for file, text in zip(files, texts, strict=True):
                file.write_bytes(text.encode())
            done = run(["-c", _STYLE, "merge-file", "-p", *_options(marked), *map(str, files)], Path.cwd())
    except (UnicodeDecodeError, ReadError, GitError, OSError):
        return None
    return done.stdout.decode() if done.returncode < 128 else None


def _options(marked: "Marked") -> list[str]:
    names = (marked.labels.ours, marked.labels.base, marked.labels.theirs)
    labels = [part for name in names for part in ("-L", visible(name))]
    return [f"--marker-size={marked.size}", *labels, *(["--diff3"] if marked.base is not None else [])]
