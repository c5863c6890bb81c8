"""What each action of the table does on the edit screen."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from argmap import edit

if TYPE_CHECKING:
    from argmap.tui.screens.edit import EditScreen

_ACROSS = 4
"""The cells that a step sideways scrolls."""


def handlers(screen: "EditScreen") -> dict[str, Callable[[], None]]:
    """What to call for each action of an open map, by its id."""
    editing, drafting, clips = screen.editing, screen.drafting, screen.clips
    moving, finding, files, panes = screen.moving, screen.finding, screen.files, screen.panes
    return {
        "up": lambda: moving.by(-1),
        "down": lambda: moving.by(1),
        "left": moving.left,
        "right": moving.right,
        "first": lambda: moving.to_end(False),
        "last": lambda: moving.to_end(True),
        "page-up": lambda: screen.pane.view.page(-1),
        "page-down": lambda: screen.pane.view.page(1),
        "beside": drafting.beside,
        "because": drafting.because,
        "but": drafting.but,
        "undercut": drafting.undercut,
        "if-then": editing.if_then,
        "therefore": drafting.therefore,
        "edit": drafting.edit_text,
        "fields": editing.fields,
        "move-up": lambda: editing.move(edit.move_up),
        "move-down": lambda: editing.move(edit.move_down),
        "move-in": lambda: editing.move(edit.move_in),
        "move-out": lambda: editing.move(edit.move_out),
        "cut": lambda: clips.mark(True),
        "copy": lambda: clips.mark(False),
        "paste": lambda: clips.paste(edit.paste_reason),
        "paste-beside": lambda: clips.paste(edit.paste_beside),
        "copy-text": screen.clipboard.copy_statement,
        "copy-outline": screen.clipboard.copy_outline,
        "copy-standard": screen.clipboard.copy_standard,
        "paste-text": screen.clipboard.ask,
        "delete": editing.delete,
        "select": editing.select,
        "tags": editing.tags,
        "undo": editing.undo,
        "redo": editing.redo,
        "search": finding.ask,
        "next-match": lambda: finding.next(1),
        "previous-match": lambda: finding.next(-1),
        "go-to": finding.ask_name,
        "other-place": finding.other_place,
        "next-problem": lambda: finding.problem(1),
        "previous-problem": lambda: finding.problem(-1),
        "fold": moving.fold,
        "fold-all": lambda: moving.fold_all(True),
        "unfold-all": lambda: moving.fold_all(False),
        "next-pane": lambda: panes.cycle(1),
        "previous-pane": lambda: panes.cycle(-1),
        "pane-outline": lambda: panes.show("outline"),
        "let-go": screen.let_go,
        "pane-diagram": lambda: panes.toggle("diagram"),
        "pane-details": lambda: panes.toggle("details"),
        "pane-problems": lambda: panes.toggle("problems"),
        "theme": screen.theme_choice,
        "pane-source": lambda: panes.toggle("source"),
        "narrower": lambda: panes.widen(-1),
        "wider": lambda: panes.widen(1),
        "shorter": lambda: panes.heighten(-1),
        "taller": lambda: panes.heighten(1),
        "scroll-up": lambda: screen.panned.pan(0, -1),
        "scroll-down": lambda: screen.panned.pan(0, 1),
        "scroll-left": lambda: screen.panned.pan(-_ACROSS, 0),
        "scroll-right": lambda: screen.panned.pan(_ACROSS, 0),
        "scroll-page-up": lambda: screen.panned.pan_page(-1),
        "scroll-page-down": lambda: screen.panned.pan_page(1),
        "scroll-first": lambda: screen.panned.pan_to_end(last=False),
        "scroll-last": lambda: screen.panned.pan_to_end(last=True),
        "pick-box": lambda: screen.preview.pick(),
        "zoom-in": lambda: screen.following.zoom(-1),
        "zoom-out": lambda: screen.following.zoom(1),
        "zoom-fit": lambda: screen.following.zoom(None),
        "title": editing.title,
        "export": files.export,
        "save": files.save,
        "save-as": files.save_as,
        "reload": screen.disk.reload,
        "open": files.open,
        "new": files.new,
        "palette": screen.app_palette,
        "help": screen.help,
        "quit": files.quit,
        "commit": lambda: screen.writer.commit(),
        "abandon": screen.abandon,
        "write-help": screen.help,
    }
