from argmap.cli.app import run
from argmap.format import read
from argmap.workspace.files import open_map
from argmap.workspace.presence import Presence
from argmap.workspace.recovery import Recovery, left_behind

MAP = b'argmap = 1\n\n[statement.a]\ntext = "A."\n'
WORK = MAP.replace(b'"A."', b'"B."')


def leave(path, data=WORK):
    if not path.exists():
        path.write_bytes(MAP)
    presence = Presence(path)
    recovery = Recovery(presence)
    recovery.keep(data, open_map(path).digest)
    presence.leave()
    return recovery.file


def test_nothing_left_is_said(capsys, tmp_path):
    assert run(["recover"]) == 0
    assert run(["recover", str(tmp_path / "a.toml")]) == 0
    assert capsys.readouterr().out.count("no unsaved work was left") == 2


def test_what_was_left_is_listed_with_how_it_stands(capsys, tmp_path):
    one, two = tmp_path / "one.argmap.toml", tmp_path / "two\n.argmap.toml"
    file = leave(one)
    leave(two)
    two.write_bytes(MAP + b"# else\n")
    leave(tmp_path / "three.argmap.toml", b"broken")
    assert run(["recover"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert next(line for line in lines if "one" in line).endswith(f"(the file is as it was)  in {file}")
    assert "changed since" in next(line for line in lines if "two" in line)
    assert "damaged" in next(line for line in lines if "three" in line)
    assert run(["recover", str(one)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_the_work_is_written_to_a_new_file_and_kept(capsysbinary, tmp_path):
    path, out = tmp_path / "a.argmap.toml", tmp_path / "out"
    file = leave(path)
    assert run(["recover", str(path), "-o", str(out)]) == 0
    assert (tmp_path / "out.argmap.toml").read_bytes() == WORK
    assert run(["recover", str(path), "-o", str(out)]) == 2
    assert b"exists already" in capsysbinary.readouterr().err
    assert run(["recover", str(file), "-o", "-"]) == 0
    assert capsysbinary.readouterr().out == WORK
    assert path.read_bytes() == MAP
    assert len(left_behind()) == 1
    assert read(file.read_bytes()).map == read(WORK).map


def test_dropping_is_for_one_map(capsys, tmp_path):
    leave(tmp_path / "a.argmap.toml")
    leave(tmp_path / "b.argmap.toml")
    assert run(["recover", "--drop"]) == 2
    assert run(["recover", "-o", "x"]) == 2
    assert capsys.readouterr().err.count("name the map") == 2
    assert run(["recover", str(tmp_path / "a.argmap.toml"), "--drop"]) == 0
    assert [left.path.name for left in left_behind()] == ["b.argmap.toml"]


def test_nothing_to_write_and_damaged_headers_are_told(capsys, tmp_path):
    path = tmp_path / "a.argmap.toml"
    assert run(["recover", str(path), "-o", str(tmp_path / "x")]) == 2
    assert "no unsaved work" in capsys.readouterr().err
    leave(path).write_bytes(b"\xff")
    assert run(["recover", str(path), "-o", str(tmp_path / "x")]) == 2
    assert run(["recover"]) == 0
    assert "damaged" in capsys.readouterr().out


def test_a_broken_map_with_work_left_tells_of_it(capsys, tmp_path, monkeypatch):
    path = tmp_path / "a.argmap.toml"
    leave(path)
    path.write_bytes(b"")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(f"sys.{stream}.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("argmap.tui.run", lambda *_: open_map(path))
    assert run([str(path)]) == 2
    told = capsys.readouterr().err
    assert "F001" in told
    assert f"`argmap recover {path}` tells of it" in told
