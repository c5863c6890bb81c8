"""Map files on disk: finding, opening and saving them."""

from argmap.workspace.clipboard import ClipboardError, copy_text, pasted_text
from argmap.workspace.config import Config, LoadedConfig, Mistake, load_config, write_example
from argmap.workspace.figures import check_figure_target, save_figure
from argmap.workspace.files import (
    SUFFIX,
    ChangedOnDisk,
    Opened,
    WorkspaceError,
    is_folder,
    is_there,
    open_conflicted,
    open_map,
    read_bytes,
    reason,
    replace_file,
    resolved,
    save_map,
)
from argmap.workspace.folders import config_file, state_folder
from argmap.workspace.maps import find_maps, map_path, new_map, title_of
from argmap.workspace.on_disk import UNSEEN, OnDisk, Stamp, look
from argmap.workspace.presence import Other, Owner, Presence, others
from argmap.workspace.recent import recent_maps, remember_map
from argmap.workspace.recovery import Left, Recovery, Spoiled, discard, left_behind
from argmap.workspace.remembered import recall, remember
from argmap.workspace.sources import read_source, source_path
from argmap.workspace.templates import EMPTY, Template, from_template, templates

__all__ = [
    "EMPTY",
    "SUFFIX",
    "UNSEEN",
    "ChangedOnDisk",
    "ClipboardError",
    "Config",
    "Left",
    "LoadedConfig",
    "Mistake",
    "OnDisk",
    "Opened",
    "Other",
    "Owner",
    "Presence",
    "Recovery",
    "Spoiled",
    "Stamp",
    "Template",
    "WorkspaceError",
    "check_figure_target",
    "config_file",
    "copy_text",
    "discard",
    "find_maps",
    "from_template",
    "is_folder",
    "is_there",
    "left_behind",
    "load_config",
    "look",
    "map_path",
    "new_map",
    "open_conflicted",
    "open_map",
    "others",
    "pasted_text",
    "read_bytes",
    "read_source",
    "reason",
    "recall",
    "recent_maps",
    "remember",
    "remember_map",
    "replace_file",
    "resolved",
    "save_figure",
    "save_map",
    "source_path",
    "state_folder",
    "templates",
    "title_of",
    "write_example",
]
