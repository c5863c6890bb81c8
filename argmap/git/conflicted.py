"""A file that a merge left with conflict markers: its sides, and what becomes of it once they are chosen from."""

from pathlib import Path

from argmap.format import blank_document
from argmap.git.file_merge import FileMerge, marked_file, read_side
from argmap.git.map_file import MapFile
from argmap.git.markers import Marked, unmarked
from argmap.git.merge import Choice
from argmap.git.questions import Changes, Question, question
from argmap.git.repository import GitError, Repository, run
from argmap.git.three import At
from argmap.model import ArgumentMap


class Conflicted:
    """A file with markers, taken apart.

    `merge` compares its sides. Where the markers hold no base it is the one that git has of an unmerged file; failing
    that, everything between them is what both sides added.
    """

    def __init__(self, marked: Marked, merge: FileMerge) -> None:
        self.marked = marked
        self.merge = merge

    @classmethod
    def of(cls, data: bytes, path: Path | None = None) -> "Conflicted | None":
        """Take a file's bytes apart; None where it has no whole markers. Raises NotMerged where a side is no map.

        `path` is where the file is, to be looked up in git if need be.
        """
        bom = data[:3] == b"\xef\xbb\xbf"
        try:
            marked = unmarked(data[3 if bom else 0 :].decode())
        except UnicodeDecodeError:
            return None
        if marked is None:
            return None
        sign = "\ufeff" if bom else ""
        ours, theirs = (
            read_side((sign + text).encode(), f"{name} between the markers")
            for text, name in ((marked.ours, "ours"), (marked.theirs, "theirs"))
        )
        began = marked.base
        if began is None and path is not None:
            began = _base_in_git(path)
        empty = MapFile(ArgumentMap(), blank_document())
        base = read_side((sign + began).encode(), "the base between the markers") if began is not None else empty
        return cls(marked, FileMerge.of(base, ours, theirs))

    def questions(self) -> list[Question]:
        """The conflicts as questions."""
        base, ours, theirs = (self.merge.files[side].map for side in ("base", "ours", "theirs"))
        changes = Changes.of(base, ours, theirs)
        return [question(conflict, ours, theirs, changes) for conflict in self.merge.conflicts]

    def settled(self, choices: dict[At, Choice]) -> bytes:
        """The file with these conflicts settled; the others stay between markers."""
        return marked_file(self.merge, choices, self.marked.labels, self.marked.size)


def _base_in_git(path: Path) -> str | None:
    """What git has as the base of an unmerged file, if anything."""
    try:
        repository = Repository.of(path)
        done = run(["cat-file", "blob", f":1:{repository.name_of(path)}"], repository.root)
        return done.stdout.decode("utf-8-sig") if done.returncode == 0 else None
    except (GitError, UnicodeDecodeError):
        return None
