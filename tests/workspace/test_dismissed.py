import pytest

from argmap.workspace.dismissed import dismiss, dismissed, restore
from argmap.workspace.recent import recent_maps, remember_map
from argmap.workspace.remembered import remember


def test_what_is_dismissed_stays_so_until_it_is_restored(tmp_path):
    remember_map(tmp_path / "a.argmap.toml")
    for hash in ("11111111", "22222222", "11111111", "33333333"):
        dismiss(hash)
    assert dismissed() == {"11111111", "22222222", "33333333"}
    restore(["11111111", "99999999"])
    assert dismissed() == {"22222222", "33333333"}
    assert len(recent_maps()) == 1


@pytest.mark.parametrize("odd", [None, {}, "x", {"aa": ["x"]}, [1, None, ["x"]]])
def test_what_was_not_written_by_argmap_is_passed_over(odd):
    remember("dismissed", odd)
    assert dismissed() == set()
    dismiss("11111111")
    assert dismissed() == {"11111111"}
