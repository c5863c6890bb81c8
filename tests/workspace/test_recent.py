import pytest

from argmap.edit import beside
from argmap.format import read, write
from argmap.workspace.files import WorkspaceError
from argmap.workspace.folders import config_file
from argmap.workspace.recent import recent_maps, remember_map
from argmap.workspace.remembered import remember
from argmap.workspace.templates import from_template, templates


def test_the_latest_map_comes_first_and_twenty_are_kept(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for number in range(25):
        remember_map(tmp_path / f"{number}.argmap.toml")
    remember_map(tmp_path.relative_to(tmp_path) / "10.argmap.toml")
    assert [path.name.partition(".")[0] for path in recent_maps()][:3] == ["10", "24", "23"]
    assert len(recent_maps()) == 20
    assert all(path.is_absolute() for path in recent_maps())


@pytest.mark.parametrize("odd", [None, "x", {"a": 1}, [1, None, "relative", ["/x"]]])
def test_what_was_not_written_by_argmap_is_passed_over(odd):
    remember("recent", odd)
    assert recent_maps() == []


def test_every_shipped_template_can_be_begun_with():
    known = templates()
    assert [t.name for t in known] == ["empty", "argument", "conditional", "policy"]
    for template in known:
        map, document = from_template(template.name, "Mine")
        assert map.title == "Mine"
        assert read(document.encode()).map == map
        assert not [p for p in read(document.encode()).problems if p.severity == "error"]


def test_the_users_own_templates_stand_beside_the_configuration():
    folder = config_file().parent / "templates"
    folder.mkdir(parents=True)
    map, _ = beside(from_template("empty", "My way")[0], None, "So it is.")
    (folder / "mine.argmap.toml").write_bytes(write(map).encode())
    (folder / "broken.argmap.toml").write_text("[[[")
    assert {t.name: t.about for t in templates()}["mine"] == "My way"
    assert [s.text for _, s in from_template("mine")[0].sentences()] == ["So it is."]
    with pytest.raises(WorkspaceError, match="there are empty, argument"):
        from_template("nowhere")
