import pytest

from argmap.cli.app import run
from argmap.workspace.files import open_map

TEXT = """# On trams

Trams are quiet. They run on rails, and nobody has ever seen one swerve.

The town has money. It may have more next year.
"""
MAP = """argmap = 1
title = "Trams"

[source.report]
title = "On trams"
file = "report.md"

# kept
[statement.c]
text = "The town should have trams."

[reason.r]
for = "c"

[statement.rails]
text = "Trams stay on their rails."
in = "r"
anchor = { source = "report", para = 2, from = "they run on", to = "one swerve" }   # kept too

[statement.money]
text = "The town can pay."
in = "r"
anchor = { source = "report", para = 3, from = "the town has money" }
"""


class Trams:
    """A map with its text beside it, in the current folder, and what commands print about it."""

    def __init__(self, folder, capsys):
        self.path, self.text = folder / "trams.argmap.toml", folder / "report.md"
        self.path.write_text(MAP, encoding="utf-8")
        self.text.write_text(TEXT, encoding="utf-8")
        self.capsys = capsys

    def run(self, *arguments):
        """The exit status, and what was printed to standard output and to standard error."""
        self.capsys.readouterr()
        status = run(["source", *map(str, arguments)])
        return status, *self.capsys.readouterr()

    @property
    def map(self):
        return open_map(self.path).map

    def pin(self):
        """Fill in words, hashes and the digest."""
        assert self.run("check", self.path, "--fix")[0] == 0

    def rewrite(self, old, new):
        text = self.text.read_text(encoding="utf-8")
        assert old in text
        self.text.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def trams(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    return Trams(tmp_path, capsys)
