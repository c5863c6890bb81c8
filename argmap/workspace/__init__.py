"""Map files on disk: finding, opening and saving them."""

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
from argmap.workspace.remembered import recall, remember
from argmap.workspace.sources import read_source, source_path

__all__ = [
    "SUFFIX",
    "ChangedOnDisk",
    "Opened",
    "WorkspaceError",
    "check_figure_target",
    "config_file",
    "find_maps",
    "is_folder",
    "is_there",
    "map_path",
    "new_map",
    "open_map",
    "read_bytes",
    "read_source",
    "reason",
    "recall",
    "remember",
    "replace_file",
    "save_figure",
    "save_map",
    "source_path",
    "state_folder",
]
