import pytest

from argmap.workspace.dismissed import dismiss, dismissed, restore
from argmap.workspace.recent import recent_maps, remember_map
from argmap.workspace.remembered import remember


def test_what_is_dismissed_stays_so_in_its_text_until_it_is_restored(tmp_path):
    remember_map(tmp_path / "a.argmap.toml")
    for hash in ("11111111", "22222222", "11111111"):
        dismiss("aa", hash)
    dismiss("bb", "33333333")
    assert dismissed("aa") == {"11111111", "22222222"}
    assert dismissed("cc") == set()
    restore("aa", "11111111")
    restore("aa", "99999999")
    assert dismissed("aa") == {"22222222"}
    assert dismissed("bb") == {"33333333"}
    assert len(recent_maps()) == 1


@pytest.mark.parametrize("odd", [None, [], "x", {"aa": "x"}, {"aa": {"b": 1}}])
def test_what_was_not_written_by_argmap_is_passed_over(odd):
    remember("dismissed", odd)
    assert dismissed("aa") == set()
    dismiss("aa", "11111111")
    assert dismissed("aa") == {"11111111"}
