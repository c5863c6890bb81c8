"""Random keys, pastes, clicks, sizes and changes on disk: nothing fails, and every file on disk reads."""

import random
from pathlib import Path

import pytest

from argmap.tui.drafting import Drafting
from tests.walk import Failed, enclosed, walk


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_keys_never_make_it_fail(tmp_path: Path, seed: int) -> None:
    walk(400, seed, tmp_path)


def test_a_key_that_fails_is_told_with_its_seed_and_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(drafting: Drafting) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Drafting, "beside", broken)
    with pytest.raises(Failed, match="seed 1, step"):
        walk(400, 1, tmp_path)


def test_nothing_is_written_outside_of_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    with enclosed(inside, [], random.Random(1)):
        (inside / "a").write_text("a")
        with pytest.raises(PermissionError):
            (tmp_path / "b").write_text("b")
    assert not (tmp_path / "b").exists()
