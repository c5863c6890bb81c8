"""Map files on disk: finding, opening and saving them."""

from argmap.workspace.files import (
    SUFFIX,
    ChangedOnDisk,
    Opened,
    WorkspaceError,
    open_map,
    read_bytes,
    replace_file,
    save_map,
)
from argmap.workspace.maps import find_maps, map_path, new_map

__all__ = [
    "SUFFIX",
    "ChangedOnDisk",
    "Opened",
    "WorkspaceError",
    "find_maps",
    "map_path",
    "new_map",
    "open_map",
    "read_bytes",
    "replace_file",
    "save_map",
]
