"""Edits as pure functions: each takes a map and a place, and gives the next map and what changed."""

from argmap.edit.adding import because, beside, but, therefore, undercut
from argmap.edit.anchoring import add_source, also_anchored, anchor, reanchor
from argmap.edit.change import Change, Edited, EditRefused, Place
from argmap.edit.conditionals import change_if_then, if_then
from argmap.edit.deleting import delete
from argmap.edit.fields import rename, reword, set_fields, set_main, set_title
from argmap.edit.history import History, State
from argmap.edit.ids import new_id
from argmap.edit.inserting import insert_written
from argmap.edit.moving import move_down, move_in, move_out, move_up
from argmap.edit.pasting import Clip, linked, paste_beside, paste_linked, paste_reason
from argmap.edit.scenarios import drop_scenario, keep_scenario
from argmap.edit.several import Verb, also, joined, outermost, several
from argmap.edit.supplying import supply
from argmap.edit.tagging import common_tags, retag
from argmap.edit.written import Written, read_written

__all__ = [
    "Change",
    "Clip",
    "EditRefused",
    "Edited",
    "History",
    "Place",
    "State",
    "Verb",
    "Written",
    "add_source",
    "also",
    "also_anchored",
    "anchor",
    "because",
    "beside",
    "but",
    "change_if_then",
    "common_tags",
    "delete",
    "drop_scenario",
    "if_then",
    "insert_written",
    "joined",
    "keep_scenario",
    "linked",
    "move_down",
    "move_in",
    "move_out",
    "move_up",
    "new_id",
    "outermost",
    "paste_beside",
    "paste_linked",
    "paste_reason",
    "read_written",
    "reanchor",
    "rename",
    "retag",
    "reword",
    "set_fields",
    "set_main",
    "set_title",
    "several",
    "supply",
    "therefore",
    "undercut",
]
