"""Map files on disk: finding, opening and saving them."""

from argmap.workspace.config import Config, LoadedConfig, Mistake, load_config, write_example
from argmap.workspace.figures import check_figure_target, save_figure
from argmap.workspace.files import (
    SUFFIX,
    ChangedOnDisk,
    Opened,
    WorkspaceError,
    is_folder,
    is_there,
    open_map,
    read_bytes,
    reason,
    replace_file,
    resolved,
    save_map,
)
from argmap.workspace.folders import config_file, state_folder
from argmap.workspace.maps import find_maps, map_path, new_map
from argmap.workspace.on_disk import UNSEEN, OnDisk, Stamp, look
from argmap.workspace.presence import Other, Owner, Presence, others
from argmap.workspace.recovery import Left, Recovery, Spoiled, discard, left_behind
from argmap.workspace.remembered import recall, remember

__all__ = [
    "SUFFIX",
    "UNSEEN",
    "ChangedOnDisk",
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
    "WorkspaceError",
    "check_figure_target",
    "config_file",
    "discard",
    "find_maps",
    "is_folder",
    "is_there",
    "left_behind",
    "load_config",
    "look",
    "map_path",
    "new_map",
    "open_map",
    "others",
    "read_bytes",
    "reason",
    "recall",
    "remember",
    "replace_file",
    "resolved",
    "save_figure",
    "save_map",
    "state_folder",
    "write_example",
]
