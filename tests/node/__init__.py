"""Programs of the Node world and a browser; tests skip, saying why, where they are missing.

`npm install --no-package-lock --prefix tests/node` installs what package.json names; the browser is the
system's chromium.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_MODULES = HERE / "node_modules"
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How chromium is started: without a window, and without a word to anybody."""


def node(script: str, *arguments: str | Path, browser: bool = False) -> str:
    """What a script of this folder, or a package's program ("argdown"), prints; fails where it fails.

    The script finds chromium's path in the environment as CHROMIUM.
    """
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not _MODULES.is_dir():
        pytest.skip("the packages of tests/node are not installed: npm install --no-package-lock --prefix tests/node")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser and chromium is None:
        pytest.skip("chromium is not installed")
    program = HERE / script if script.endswith(".mjs") else (_MODULES / ".bin" / script).resolve()
    done = subprocess.run(
        ["node", program, *map(str, arguments)],
        capture_output=True,
        env=os.environ | {"CHROMIUM": chromium or "", "CHROMIUM_FLAGS": " ".join(QUIET)},
        timeout=180,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace") + done.stdout.decode("utf-8", "replace")
    return done.stdout.decode()
