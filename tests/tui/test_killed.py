"""A few of the kills of `python -m tests.killed 500`."""

import subprocess
import sys

import pytest


@pytest.mark.skipif(sys.platform != "linux", reason="it needs pseudo-terminals and fork")
def test_whatever_is_killed_leaves_whole_files_and_all_finished_edits():
    done = subprocess.run([sys.executable, "-m", "tests.killed", "12"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "app killed" in done.stdout
