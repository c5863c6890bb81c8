import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.format import blocks, write
from argmap.format.blocks import scan
from argmap.format.keys import KEY_ORDER, ROOT_ORDER, body_start, key_spans
from argmap.model import KINDS, ArgumentMap
from tests.random_maps import decorated, random_map


@given(st.text(alphabet=st.sampled_from("[]{}\"'#=\\\n\r .abstatement1"), max_size=200))
def test_joined_blocks_are_the_text_whatever_it_is(text):
    assert scan(text).text == text


@pytest.mark.parametrize("seed", range(40))
def test_joined_blocks_are_the_file(seed):
    rng = random.Random(seed)
    text = decorated(rng, write(random_map(rng)).text)
    assert scan(text).text == text


def test_header_like_lines_inside_strings_and_lists_are_no_headers():
    text = '[statement.a]\ntext = """\n[statement.b]\n"""\ntags = [\n  "x",\n  [1]\n]\n\n[reason.r]\nfor = "a"\n'
    assert [block.id for block in scan(text).blocks] == [None, "a", "r"]


def test_comments_belong_to_the_header_they_touch_and_free_ones_stand_alone():
    text = "argmap = 1\n\n# free\n\n# mine\n[statement.a]\ntext = 'x'\n# inside\n\n# free too\n"
    assert [block.text for block in scan(text).blocks] == [
        "argmap = 1\n\n",
        "# free\n\n",
        "# mine\n[statement.a]\ntext = 'x'\n# inside\n\n",
        "# free too\n",
    ]


def test_key_spans_cover_values_and_leave_comments_out():
    text = '[statement.a]\ntext = "a # b" # c\nin = [ # d\n  "r",\n] # e\n"by" = \'x\'\n'
    spans = key_spans(text, body_start(text))
    assert [(s.name, text[s.value : s.value_end]) for s in spans] == [
        ("text", '"a # b"'),
        ("in", '[ # d\n  "r",\n]'),
        ("by", "'x'"),
    ]


def test_every_field_of_the_models_has_its_place_in_the_order_of_keys():
    for kind, model in KINDS.items():
        assert set(KEY_ORDER[kind]) == {f.alias or name for name, f in model.model_fields.items()}
    assert set(ROOT_ORDER) == {"argmap", *ArgumentMap.model_fields} - {"version", "entries"}


@given(st.text(alphabet=st.sampled_from("[]{}\"'#=\\\n\r .abstatement1"), max_size=200))
def test_the_quick_way_to_find_headers_finds_the_same(text):
    quick = blocks._headers_by_line(text)
    assert quick is None or quick == blocks._headers_by_token(text)


@pytest.mark.parametrize("seed", range(40))
def test_the_quick_way_serves_usual_files(seed):
    rng = random.Random(seed)
    text = decorated(rng, write(random_map(rng)).text)
    quick = blocks._headers_by_line(text)
    assert quick is not None
    assert quick == blocks._headers_by_token(text)
