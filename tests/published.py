"""What the project publishes of itself: the README's key table, the maps' figures, a picture of the app.

`python -m tests.published` writes them anew; tests/test_published.py says when that is due.
"""

import asyncio
import re
from pathlib import Path

from argmap.export import ExportOptions, export
from argmap.tui.actions import ACTIONS, GROUPS
from argmap.tui.app import ArgmapApp
from argmap.tui.key_names import shown
from argmap.tui.open_map import OpenMap
from argmap.workspace.files import open_map

ROOT = Path(__file__).resolve().parent.parent
MAPS = ROOT / "maps"
README = ROOT / "README.md"
SCREEN = MAPS / "screen.svg"
NAMES = ("night-bus", "togo-2018")
FIGURES = {
    **{f"{name}.svg": (name, "svg", ExportOptions(form="tree", direction="right")) for name in NAMES},
    **{f"{name}-outline.svg": (name, "svg", ExportOptions(form="outline")) for name in NAMES},
    **{f"{name}-outline.png": (name, "png", ExportOptions(form="outline", dpi=150)) for name in NAMES},
    **{f"{name}.txt": (name, "txt", ExportOptions()) for name in NAMES},
    "night-bus.png": ("night-bus", "png", ExportOptions(form="tree", direction="right", dpi=150)),
}


def figure(file: str) -> bytes:
    """The bytes of one of the published figures, drawn from its map as it is now."""
    name, format, options = FIGURES[file]
    return export(open_map(MAPS / f"{name}.argmap.toml").map, format, options)


def key_table() -> str:
    """The README's key table, from the app's action table."""
    lines = ["| do | key (also) |", "|-|-|"]
    for group, heading in GROUPS.items():
        actions = [action for action in ACTIONS if action.group == group and action.keys]
        lines.append(f"| **{heading}** | |")
        for action in actions:
            first, *others = (f"`{shown(key)}`" for key in action.keys)
            also = f" ({', '.join(others)})" if others else ""
            lines.append(f"| {action.verb}: {action.help[0].lower()}{action.help[1:]} | {first}{also} |")
    return "\n".join(lines)


def readme_with_keys(text: str) -> str:
    """The README with its key table as it should be."""
    table = f"<!-- keys -->\n{key_table()}\n<!-- /keys -->"
    return re.sub(r"<!-- keys -->.*<!-- /keys -->", lambda _: table, text, flags=re.DOTALL)


async def screen() -> str:
    """The app with the example map as a standalone SVG picture, no font fetched from anywhere."""
    app = ArgmapApp(OpenMap.open(MAPS / "night-bus.argmap.toml"), MAPS)
    async with app.run_test(size=(120, 38)) as pilot:
        await pilot.pause(0.5)
        await pilot.press(*["down"] * 4)
        await pilot.pause(0.5)
        picture = app.export_screenshot(title="argmap")
    picture = re.sub(r"@font-face\s*{.*?}", "", picture, flags=re.DOTALL)
    return picture.replace("Fira Code", "DejaVu Sans Mono, Menlo, Consolas")


def main() -> None:
    README.write_text(readme_with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
    for file in FIGURES:
        (MAPS / file).write_bytes(figure(file))
    SCREEN.write_text(asyncio.run(screen()), encoding="utf-8")


if __name__ == "__main__":
    main()
