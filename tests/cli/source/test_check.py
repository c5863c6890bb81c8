import json
import os
import pty
import subprocess
import sys

import pytest

from argmap.source import Document
from tests.cli.source.conftest import MAP, TEXT


def test_anchors_without_a_hash_are_told_in_one_line_and_no_problem(trams):
    status, out, err = trams.run("check", ".")
    assert (status, err) == (0, "")
    assert "trams.argmap.toml: 2 anchors without a hash\n" in out
    assert "--fix` fills in words and hashes" in out
    assert "no sha256" in out


def test_fix_fills_in_words_hashes_and_the_digest_and_changes_nothing_else(trams):
    status, out, _ = trams.run("check", ".", "--fix")
    assert status == 0
    assert out.splitlines()[0] == "trams.argmap.toml: 2 anchors exact"
    assert "fixed: words and hash filled in for 2, sha256 written for “On trams”" in out
    assert trams.map.entries["report"].sha256 == Document.of(TEXT).sha256
    before, after = MAP.splitlines(), trams.path.read_text(encoding="utf-8").splitlines()
    assert [line for line in before if line not in after] == [line for line in before if line.startswith("anchor")]
    assert next(line for line in after if "they run on" in line).endswith("# kept too")
    assert trams.run("check", ".", "--fix")[1] == "trams.argmap.toml: 2 anchors exact\n"


def test_what_moved_is_followed(trams):
    trams.pin()
    trams.rewrite("# On trams\n", "# On trams\n\nBy me.\n")
    status, out, _ = trams.run("check", ".")
    assert status == 1
    assert "2 anchors moved" in out
    assert "P1 (rails): its passage “they run on … one swerve” (¶2) now stands in ¶3" in out
    status, out, _ = trams.run("check", ".", "--fix")
    assert status == 0
    assert "fixed: 2 followed that had moved, sha256 written" in out


def test_what_changed_is_shown_before_and_after_and_left_until_it_is_accepted(trams):
    trams.pin()
    trams.rewrite("nobody has ever", "some people have")
    before = trams.path.read_bytes()
    for more in ([], ["--fix"]):
        status, out, _ = trams.run("check", trams.path, *more)
        assert status == 1
        assert "1 anchor exact, 1 changed" in out
        assert "was: “they run on … one swerve” (¶2), 11 words\n" in out
        assert "now: “They run on rails, and some people have seen one swerve” (¶2), 11 words\n" in out
        assert f"source check {trams.path} --accept rails" in out
        assert trams.path.read_bytes() == before
    status, out, _ = trams.run("check", trams.path, "--accept", "P1")
    assert status == 0
    assert "fixed: 1 accepted that had changed, sha256 written" in out
    assert trams.run("check", trams.path)[1] == f"{trams.path}: 2 anchors exact\n"


@pytest.mark.parametrize(("name", "told"), [("P9", "nothing by that name"), ("money", "no changed passage")])
def test_only_what_has_changed_can_be_accepted(trams, name, told):
    trams.pin()
    trams.rewrite("nobody has ever", "some people have")
    before = trams.path.read_bytes()
    status, _, err = trams.run("check", trams.path, "--accept", "rails", "--accept", name)
    assert status == 2
    assert told in err
    assert trams.path.read_bytes() == before


def test_accepting_names_one_map(trams):
    trams.path.with_name("other.argmap.toml").write_text(MAP)
    status, _, err = trams.run("check", ".", "--accept", "rails")
    assert status == 2
    assert "name that map alone" in err


def test_what_is_lost_stays_lost(trams):
    trams.pin()
    trams.rewrite("They run on rails, and nobody has ever seen one swerve.", "")
    before = trams.path.read_bytes()
    status, out, _ = trams.run("check", ".", "--fix")
    assert status == 1
    assert "1 anchor exact, 1 lost" in out
    assert "is not in the text" in out
    assert trams.path.read_bytes() == before


def ask(trams, answers):
    """Run `source check --fix` in a terminal of its own and answer; what it printed."""
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "argmap", "source", "check", str(trams.path), "--fix"]
    with subprocess.Popen(command, stdin=child, stdout=child, stderr=child) as process:
        os.close(child)
        os.write(parent, answers)
        out = b""
        while True:
            try:
                part = os.read(parent, 65536)
            except OSError:
                break
            if not part:
                break
            out += part
    os.close(parent)
    return process.returncode, out.decode()


@pytest.mark.parametrize(("answers", "status"), [(b"y\n", 0), (b"what\nYES\n", 0), (b"n\n", 1), (b"\x04", 1)])
def test_a_person_at_a_terminal_is_asked(trams, answers, status):
    trams.pin()
    trams.rewrite("nobody has ever", "some people have")
    before = trams.path.read_bytes()
    code, out = ask(trams, answers)
    assert "some people have" in out
    assert "Does it still say so? [y/n]" in out
    assert code == status, out
    assert (trams.path.read_bytes() == before) is (status == 1)


def test_every_map_is_told_though_one_cannot_be_read(trams):
    trams.path.with_name("bad.argmap.toml").write_text('argmap = 1\n[statement.a]\ntext = "x\n')
    status, out, err = trams.run("check", ".")
    assert status == 2
    assert "bad.argmap.toml:3:" in err
    assert "trams.argmap.toml: 2 anchors" in out


def test_a_text_that_is_missing_or_cannot_be_read_is_told(trams):
    trams.text.unlink()
    status, out, _ = trams.run("check", ".")
    assert status == 0
    assert "trams.argmap.toml: 2 not checked" in out
    assert "its text is not at hand" in out
    trams.text.write_bytes(b"\xe9")
    status, out, _ = trams.run("check", ".", "--fix")
    assert status == 1
    assert "not UTF-8" in out


def test_a_map_that_may_not_be_written_is_left(trams):
    trams.path.write_text(MAP.replace("argmap = 1", "argmap = 99"))
    before = trams.path.read_bytes()
    status, _, err = trams.run("check", ".", "--fix")
    assert status == 2
    assert "newer argmap" in err
    assert trams.path.read_bytes() == before


def test_a_map_that_changes_meanwhile_is_never_overwritten(trams, monkeypatch):
    from argmap.cli.source import fixing

    repair = fixing.repair

    def meanwhile(*arguments):
        trams.path.write_text(MAP + "# by somebody else\n")
        return repair(*arguments)

    monkeypatch.setattr(fixing, "repair", meanwhile)
    status, _, err = trams.run("check", ".", "--fix")
    assert status == 2
    assert "has changed on disk" in err
    assert trams.path.read_text() == MAP + "# by somebody else\n"


def test_json_tells_every_anchor(trams):
    trams.pin()
    trams.rewrite("nobody has ever", "some people have")
    trams.rewrite("# On trams\n", "# On trams\n\nBy me.\n")
    status, out, _ = trams.run("check", ".", "--format", "json")
    (told,) = json.loads(out)
    assert status == 1
    assert told["file"] == "trams.argmap.toml"
    assert told["sources"][0]["id"] == "report"
    rails, money = told["anchors"]
    assert (rails["id"], rails["label"], rails["status"]) == ("rails", "P1", "changed")
    assert rails["passage"] == "They run on rails, and some people have seen one swerve"
    assert (money["status"], money["anchor"]["para"], money["found"]["para"]) == ("moved", 3, 4)
    trams.text.unlink()
    told = json.loads(trams.run("check", ".", "--format", "json")[1])[0]
    assert {anchor["status"] for anchor in told["anchors"]} == {"unchecked"}
    assert "isn't on this machine" in told["sources"][0]["why"]


def test_hostile_texts_are_printed_as_data(trams):
    trams.pin()
    trams.rewrite("nobody has ever", "\x1b[31m [b]\u202e ever")
    out = trams.run("check", ".")[1]
    assert "␛[31m [b]‹U+202E› ever" in out
    assert "\x1b" not in out
