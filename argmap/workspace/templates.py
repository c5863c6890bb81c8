"""Templates: maps to begin with, shipped with argmap or kept by the user."""

from dataclasses import dataclass
from pathlib import Path

from argmap.format import BlockDocument, write
from argmap.model import ArgumentMap
from argmap.workspace.files import SUFFIX, WorkspaceError, open_map
from argmap.workspace.folders import config_file
from argmap.workspace.maps import new_map, title_of

EMPTY = "empty"
_SHIPPED = Path(__file__).parent / "shipped"


@dataclass(frozen=True)
class Template:
    """A map to begin with: its name, what it holds, and its file (None: an empty map)."""

    name: str
    about: str
    path: Path | None


def templates() -> list[Template]:
    """The empty map, those that argmap brings along, and the user's own, which win by their name.

    The user's stand in `templates/` beside the configuration file.
    """
    found = {EMPTY: Template(EMPTY, "Nothing yet", None)}
    for folder in (_SHIPPED, config_file().parent / "templates"):
        try:
            paths = sorted(folder.glob(f"*{SUFFIX}"))
        except OSError:
            continue
        for path in paths:
            name = path.name.removesuffix(SUFFIX)
            found[name] = Template(name, title_of(path), path)
    return list(found.values())


def from_template(name: str, title: str = "") -> tuple[ArgumentMap, BlockDocument]:
    """A new map and its file, begun with a template; its title is the one given, never the template's.

    Raises WorkspaceError for an unknown name, and WorkspaceError or ReadError for a template that
    can't be read.
    """
    known = {template.name: template for template in templates()}
    if name not in known:
        raise WorkspaceError(f'there is no template "{name}"; there are {", ".join(known)}')
    path = known[name].path
    empty, _ = new_map(title)
    map = open_map(path).map.model_copy(update={"title": empty.title}) if path is not None else empty
    return map, write(map)
