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
    save_map,
)
from argmap.workspace.folders import config_file, state_folder
from argmap.workspace.maps import find_maps, map_path, new_map
from argmap.workspace.on_disk import UNSEEN, OnDisk, Stamp, look
from argmap.workspace.remembered import recall, remember

__all__ = [
    "SUFFIX",
    "UNSEEN",
    "ChangedOnDisk",
    "Config",
    "LoadedConfig",
    "Mistake",
    "OnDisk",
    "Opened",
    "Stamp",
    "WorkspaceError",
    "check_figure_target",
    "config_file",
    "find_maps",
    "is_folder",
    "is_there",
    "load_config",
    "look",
    "map_path",
    "new_map",
    "open_map",
    "read_bytes",
    "reason",
    "recall",
    "remember",
    "replace_file",
    "save_figure",
    "save_map",
    "state_folder",
    "write_example",
]
