"""`python -m tests.benchmarks.stock_tree MAP`: Textual's own tree on a map's outline, to compare with."""

import sys
from pathlib import Path
from typing import Any, ClassVar

from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from argmap.format import read
from argmap.model import ArgumentMap, Statement

_ABOVE = 10
"""Rows above the cursor where one goes to a place, so that what is added below it is seen."""


class StockTree(App[None]):
    """Shows a map unfolded; letters stand for edits, 0 to 2 for the top, the middle and the bottom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("plus", "unfold", "unfold"),
        ("minus", "fold", "fold"),
        ("e", "reword", "reword"),
        ("o", "add", "add"),
        ("d", "remove", "remove"),
    ]

    def __init__(self, map: ArgumentMap) -> None:
        super().__init__()
        self.map = map
        self.added: TreeNode[Any] | None = None

    def compose(self) -> ComposeResult:
        """The tree alone."""
        rows = self.map.outline.rows
        tree: Tree[Any] = Tree(_told(self.map, rows[0].id))
        tree.root.expand()
        above = [tree.root]
        for row in rows[1:]:
            del above[row.depth :]
            above.append(above[-1].add(_told(self.map, row.id), expand=True))
        yield tree

    @property
    def tree_view(self) -> Tree[Any]:
        """The tree."""
        return self.query_one(Tree)

    @property
    def node(self) -> TreeNode[Any]:
        """The node under the cursor."""
        return self.tree_view.cursor_node or self.tree_view.root

    def key_0(self) -> None:
        """To the first row below the root."""
        self._go(0.0)

    def key_1(self) -> None:
        """To the middle."""
        self._go(0.5)

    def key_2(self) -> None:
        """To near the bottom."""
        self._go(1.0)

    def _go(self, part: float) -> None:
        tree = self.tree_view
        tree.move_cursor_to_line(max(int(tree.last_line * part) - 60, 1))
        while not self.node.children and self.node.parent is not None:
            tree.move_cursor(self.node.parent)
        tree.scroll_to(y=max(tree.cursor_line - _ABOVE, 0), animate=False)

    def action_unfold(self) -> None:
        """Unfold everything."""
        self.tree_view.root.expand_all()

    def action_fold(self) -> None:
        """Fold everything."""
        self.tree_view.root.collapse_all()

    def action_reword(self) -> None:
        """Change a row's text."""
        self.node.set_label(Text("reworded " + str(self.node.label)[-40:]))

    def action_add(self) -> None:
        """Add a leaf before the first child."""
        self.added = self.node.add_leaf("added", before=0)

    def action_remove(self) -> None:
        """Remove that leaf."""
        if self.added is not None:
            self.added.remove()


def _told(map: ArgumentMap, id: str) -> Text:
    entry = map.entries[id]
    return Text(f"{map.outline.label(id)} {entry.text if isinstance(entry, Statement) else ''}")


if __name__ == "__main__":
    StockTree(read(Path(sys.argv[1]).read_bytes()).map).run()
