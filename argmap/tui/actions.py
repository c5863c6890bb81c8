"""The one table of actions: bindings, footer, help, palette and the README's keys are made from it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Where: TypeAlias = Literal["outline", "map", "scroll", "diagram", "source", "text", "maps"]
"""Where a key acts: on the outline, anywhere in an open map, in a pane without a cursor, in the diagram or in the
source (before what the key does anywhere), while writing, in the list of maps."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a key does.

    `id` is stable; `group` and `verb` name it for people; `keys` are Textual's names, the main one
    first, as long as no preset and no user gives others (argmap.tui.keymap); `help` is one sentence;
    `footer` is its word in the footer, if it stands there.
    """

    id: str
    group: str
    verb: str
    keys: tuple[str, ...]
    help: str
    where: Where = "map"
    footer: str | None = None


ACTIONS: tuple[Action, ...] = (
    Action("up", "move", "up", ("up", "k"), "To the row above.", "outline"),
    Action("down", "move", "down", ("down", "j"), "To the row below.", "outline"),
    Action("left", "move", "fold or to parent", ("left", "h"), "Fold this, or go to its parent.", "outline"),
    Action("right", "move", "unfold or to child", ("right", "l"), "Unfold this, or go to its first child.", "outline"),
    Action("first", "move", "first row", ("home",), "To the first row.", "outline"),
    Action("last", "move", "last row", ("end",), "To the last row.", "outline"),
    Action("page-up", "move", "page up", ("pageup",), "A page up.", "outline"),
    Action("page-down", "move", "page down", ("pagedown",), "A page down.", "outline"),
    Action(
        "beside",
        "add",
        "beside",
        ("enter", "o"),
        "A co-premise in the same reason; on a root, a new main conclusion; in an empty map, the first.",
        "outline",
        "beside",
    ),
    Action(
        "because", "add", "because", ("a", "insert"), "A new reason for this, with its first premise.", footer="because"
    ),
    Action("but", "add", "but", ("b",), "An objection to this statement, reason or objection.", footer="but"),
    Action("undercut", "add", "but not for that reason", ("B",), "An objection to the reason this stands in."),
    Action(
        "if-then",
        "add",
        "if-then",
        ("i",),
        "A conditional in this reason; on a conclusion, in its last reason or a new one.",
        footer="if-then",
    ),
    Action(
        "therefore",
        "add",
        "therefore",
        ("t",),
        "A conclusion between this and what it supports; on a root, above it.",
        footer="therefore",
    ),
    Action("edit", "change", "edit text", ("f2", "e"), "Edit this row's text in place.", footer="edit"),
    Action("fields", "change", "all fields", ("f4", "d"), "Note, rule, answer, tags, id and the rest."),
    Action("move-up", "change", "move up", ("shift+up", "alt+up"), "Move this up, into the reason before."),
    Action("move-down", "change", "move down", ("shift+down", "alt+down"), "Move this down, into the next reason."),
    Action(
        "move-in", "change", "move in", ("shift+right", "alt+right", ">"), "Make this a reason for the one above it."
    ),
    Action("move-out", "change", "move out", ("shift+left", "alt+left", "<"), "Move this out by one level."),
    Action("cut", "change", "cut", ("x", "ctrl+x"), "Mark this to be moved by the next paste."),
    Action("copy", "change", "copy", ("c", "ctrl+c"), "Mark this to be shared by the next paste."),
    Action("paste", "change", "paste as a reason", ("v", "ctrl+v"), "Paste as a new reason for this."),
    Action("paste-beside", "change", "paste beside", ("V",), "Paste beside this, in the same reason."),
    Action("delete", "change", "delete", ("delete", "backspace"), "Delete this and what stands under it."),
    Action(
        "select",
        "change",
        "select",
        (".",),
        "Select this row, or no longer, and go on; edits are of all.",
        "outline",
    ),
    Action("tags", "change", "tags", ("T",), "Write the tags of what is selected, with commas between them."),
    Action("undo", "change", "undo", ("ctrl+z", "u"), "Take the last edit back.", footer="undo"),
    Action("redo", "change", "redo", ("ctrl+y", "U"), "Make it again."),
    Action("copy-text", "clipboard", "copy text", ("y",), "Copy this sentence as text."),
    Action("copy-outline", "clipboard", "copy outline", ("Y",), "Copy this and what stands under it as outline text."),
    Action("copy-standard", "clipboard", "copy as standard form", (), "Copy this and what stands under it, numbered."),
    Action("paste-text", "clipboard", "paste text", ("p",), "Make statements of the clipboard's text."),
    Action("search", "find", "search", ("/", "ctrl+f"), "Search the sentences, labels, ids and #tags."),
    Action("next-match", "find", "next match", ("n", "f3"), "To the next match."),
    Action("previous-match", "find", "previous match", ("N",), "To the previous match."),
    Action("go-to", "find", "go to", ("ctrl+g", ":"), "Go to a label, an id or how one begins."),
    Action("other-place", "find", "other place", ("r",), "To the next place where this statement stands."),
    Action("next-problem", "find", "next problem", ("f8",), "To the next problem."),
    Action("previous-problem", "find", "previous problem", ("f7",), "To the previous problem."),
    Action("suppose", "suppose", "suppose", ("s",), "Suppose this true; again: false; again: no longer."),
    Action("keep-scenario", "suppose", "keep scenario", ("S",), "Keep what is supposed as a scenario, under a title."),
    Action("scenarios", "suppose", "scenarios", ("w",), "Choose one of the map's scenarios, or the map as it is."),
    Action("drop-scenario", "suppose", "drop scenario", (), "Take the chosen scenario out of the map."),
    Action("weight", "suppose", "weight", ("W",), "Mark what this conclusion rests on; again: no longer."),
    Action("compare", "git", "compare", ("=",), "Mark what has changed since the last commit; again: no longer."),
    Action("compare-with", "git", "compare with", (), "Mark what has changed since a branch, tag or commit."),
    Action("next-change", "git", "next change", (")",), "To the next change."),
    Action("previous-change", "git", "previous change", ("(",), "To the previous change."),
    Action("take-back", "git", "take back", ("R",), "Take this change back."),
    Action("fold", "view", "fold", ("space",), "Fold or unfold this.", "outline"),
    Action("fold-all", "view", "fold all", ("-",), "Fold every reason and objection."),
    Action("unfold-all", "view", "unfold all", ("+",), "Unfold everything."),
    Action("next-pane", "view", "next pane", ("tab", "f6"), "To the next pane."),
    Action("previous-pane", "view", "previous pane", ("shift+tab",), "To the pane before."),
    Action("pane-outline", "view", "outline", ("1",), "To the outline."),
    Action("let-go", "view", "let go", ("escape",), "Let go of what is selected, found or marked; to the outline."),
    Action("pane-diagram", "view", "diagram", ("2",), "To the diagram; again folds it away."),
    Action("pane-details", "view", "details", ("3",), "To the details; again folds them away."),
    Action("pane-problems", "view", "problems", ("4",), "To the problems; again folds them away."),
    Action("pane-scenario", "view", "what if", ("6",), "To what becomes of the map; again folds it away."),
    Action("theme", "view", "theme", (), "Choose the colours."),
    Action("pane-source", "view", "source", ("5",), "To the source text; again folds it away."),
    Action("narrower", "view", "narrower", ("[",), "Make the pane with the keys narrower."),
    Action("wider", "view", "wider", ("]",), "Make the pane with the keys wider."),
    Action(
        "shorter", "view", "shorter", ("{",), "Make the pane with the keys shorter; from the outline, the problems."
    ),
    Action("taller", "view", "taller", ("}",), "Make the pane with the keys taller; from the outline, the problems."),
    Action(
        "scroll-up", "pane", "scroll up", ("up", "k"), "A line up; in the diagram's first lines, a box up.", "scroll"
    ),
    Action(
        "scroll-down", "pane", "scroll down", ("down", "j"), "A line down; in its last lines, a box down.", "scroll"
    ),
    Action("scroll-left", "pane", "scroll left", ("left", "h"), "To the left.", "scroll"),
    Action("scroll-right", "pane", "scroll right", ("right", "l"), "To the right.", "scroll"),
    Action("scroll-page-up", "pane", "scroll a page up", ("pageup",), "A page up.", "scroll"),
    Action("scroll-page-down", "pane", "scroll a page down", ("pagedown",), "A page down.", "scroll"),
    Action("scroll-first", "pane", "scroll to the top", ("home",), "To the first line or box.", "scroll"),
    Action("scroll-last", "pane", "scroll to the end", ("end",), "To the last line or box.", "scroll"),
    Action(
        "pick-box",
        "pane",
        "select",
        ("enter",),
        "In the diagram: select the marked box's statement.",
        "diagram",
        "select",
    ),
    Action("zoom-in", "pane", "zoom in", ("+",), "In the diagram: say more in the boxes.", "diagram", "zoom in"),
    Action("zoom-out", "pane", "zoom out", ("-",), "In the diagram: say less, and see more.", "diagram", "zoom out"),
    Action(
        "zoom-fit", "pane", "fit", ("0",), "In the diagram: as much as the pane can show at once.", "diagram", "fit"
    ),
    Action(
        "passage",
        "source",
        "passage, and back",
        ("g",),
        "To the passage this points to; in the source, back.",
        footer="passage",
    ),
    Action(
        "anchor",
        "source",
        "anchor",
        ("m",),
        "Let this statement point to what is selected in the source.",
        footer="anchor",
    ),
    Action("unanchor", "source", "unanchor", ("M",), "Let it no longer point there."),
    Action(
        "fix",
        "find",
        "mend",
        ("f",),
        "Mend what is wrong here: a missing premise, wording, anchors; you choose among several ways.",
        footer="mend",
    ),
    Action("fix-all", "source", "mend all", (), "Mend every anchor of the map; what changed is asked about."),
    Action("attach", "source", "name a text", ("A",), "Name the text the map is drawn from, or say where it is."),
    Action("next-sentence", "source", "next sentence", ("down", "j"), "Select the next sentence.", "source"),
    Action("previous-sentence", "source", "previous sentence", ("up", "k"), "Select the one before.", "source"),
    Action("next-word", "source", "next word", ("right", "l"), "Select the next word.", "source"),
    Action("previous-word", "source", "previous word", ("left", "h"), "Select the word before.", "source"),
    Action("next-paragraph", "source", "next paragraph", ("J", "ctrl+down"), "To the next paragraph.", "source"),
    Action("previous-paragraph", "source", "previous paragraph", ("K", "ctrl+up"), "To the one before.", "source"),
    Action("extend", "source", "extend", ("shift+down",), "Select one sentence more below.", "source", "more"),
    Action("extend-up", "source", "extend up", ("shift+up",), "Select one more above, or one less below.", "source"),
    Action("end-later", "source", "end later", ("shift+right", ">"), "Select one word more at the end.", "source"),
    Action("end-earlier", "source", "end earlier", ("shift+left", "<"), "Select one word less at the end.", "source"),
    Action("begin-later", "source", "begin later", (")",), "Select one word less at the beginning.", "source"),
    Action("begin-earlier", "source", "begin earlier", ("(",), "Select one word more at the beginning.", "source"),
    Action("grow", "source", "grow", ("+",), "Select the whole sentence; then the paragraph.", "source"),
    Action("shrink", "source", "shrink", ("-",), "Select the first sentence; then the first word.", "source"),
    Action("text-page-down", "source", "page down", ("pagedown",), "A page down.", "source"),
    Action("text-page-up", "source", "page up", ("pageup",), "A page up.", "source"),
    Action("text-first", "source", "first sentence", ("home",), "To the first sentence.", "source"),
    Action("text-last", "source", "last sentence", ("end",), "To the last sentence.", "source"),
    Action(
        "passage-beside",
        "source",
        "beside",
        ("enter", "o"),
        "A statement beside this, from the text.",
        "source",
        "beside",
    ),
    Action("next-row", "source", "next row", (".", "alt+down"), "To the next row of the outline.", "source"),
    Action("previous-row", "source", "previous row", (",", "alt+up"), "To the row before of the outline.", "source"),
    Action(
        "next-offered",
        "source",
        "next offered",
        ("c",),
        "To the next conditional offered.",
        "source",
        "offered",
    ),
    Action("previous-offered", "source", "previous offered", ("C",), "To the one before.", "source"),
    Action("accept", "source", "accept", ("I",), "Add the offered conditional as it is.", "source"),
    Action("dismiss", "source", "dismiss", ("x", "delete"), "Offer this conditional no longer.", "source"),
    Action("restore", "source", "offer again", (), "Offer every dismissed conditional of this text again."),
    Action("copy-passage", "source", "copy", ("y", "ctrl+c"), "Copy what is selected as text.", "source"),
    Action("next-unmapped", "source", "next unmapped", ("w",), "To the next sentence nothing points to.", "source"),
    Action("next-source", "source", "next source", ("s",), "Show the map's next source.", "source"),
    Action("search-text", "source", "search the text", ("/", "ctrl+f"), "Search the text.", "source"),
    Action("next-in-text", "source", "next match", ("n", "f3"), "To the next match in the text.", "source"),
    Action("previous-in-text", "source", "previous match", ("N",), "To the match before.", "source"),
    Action("title", "map", "title", (), "Change the map's title."),
    Action("export", "map", "export", ("f5",), "Write the map as a figure or as text."),
    Action("save", "map", "save", ("ctrl+s",), "Save the map.", footer="save"),
    Action("save-as", "map", "save as", ("f12",), "Save the map under another name."),
    Action("open", "map", "open", ("ctrl+o",), "Open another map; unsaved changes are asked about."),
    Action("new", "map", "new", ("ctrl+n",), "Begin another map; unsaved changes are asked about."),
    Action("reload", "map", "reload", (), "Take in what has changed on disk; what changed here too is compared first."),
    Action("palette", "map", "palette", ("ctrl+p",), "Find any of these by name."),
    Action("help", "map", "help", ("f1", "?"), "This page.", footer="help"),
    Action("quit", "map", "quit", ("ctrl+q", "q"), "Quit; unsaved changes are asked about.", footer="quit"),
    Action("commit", "write", "commit", ("enter",), "Keep what you typed.", "text", "keep"),
    Action("abandon", "write", "abandon", ("escape",), "Drop what you typed: nothing is left behind.", "text", "drop"),
    Action("write-help", "write", "help", ("f1",), "All keys.", "text"),
    Action("maps-open", "maps", "open", ("enter",), "Open the map, or the path that is typed.", "maps", "open"),
    Action("maps-new", "maps", "new", ("ctrl+n",), "Begin a new map.", "maps", "new map"),
    Action("maps-help", "maps", "help", ("f1",), "All keys.", "maps", "help"),
    Action("maps-back", "maps", "back", ("escape",), "Take back what is typed; else go back, or quit.", "maps", "back"),
    Action("maps-quit", "maps", "quit", ("ctrl+q",), "Quit, or go back to the map.", "maps", "quit"),
)

BY_ID = {action.id: action for action in ACTIONS}

GROUPS = {
    "move": "Moving",
    "add": "Adding",
    "change": "Changing",
    "clipboard": "Text in and out",
    "find": "Finding",
    "suppose": "What if",
    "git": "Comparing with git",
    "view": "Viewing",
    "source": "The source",
    "pane": "In the diagram and the details",
    "map": "The map",
    "write": "While writing",
    "maps": "In the list of maps",
}
"""The groups in the order of help, with their headings."""
