"""Files laid out in ways a person may choose: edits keep what argmap doesn't know, comments, and meaning."""

import pytest

from argmap import edit
from argmap.edit import EditRefused, History, Place
from argmap.format import ReadError, blocks, read, reader
from argmap.format.fmt import settled

ODD = [
    'argmap = 1\n[statement.a]\ntext = "A." # k1\n[statement.a.meta]\nx = 1 # k2\n[statement.b]\ntext = "B."\n',
    'argmap = 1\n[statement] # k1\na = { text = "A.", meta = "kept" } # k2\n[statement.b]\ntext = "B."\n',
    'argmap = 1\nstatement.a.text = "A." # k1\nstatement.a.meta = 3 # k2\n[statement.b]\ntext = "B."\n',
    'argmap = 1\n[statement.b]\ntext = "B."\n[statement.a.meta] # k1\nx = 1\n# k2\n\n[statement.a]\ntext = "A."\n',
    'argmap = 1\n[source.s]\n[statement.a]\ntext = "A." # k1\nmeta = 1\n[[statement.a.anchor]] # k2\nsource = "s"\n'
    'para = 1\nfrom = "x"\n\n[statement.b]\ntext = "B."\n',
]
EDITS = [
    lambda map: edit.reword(map, "b", "B2."),
    lambda map: edit.reword(map, "a", "A2."),
    lambda map: edit.rename(map, "a", "z"),
    lambda map: edit.because(map, Place("a", None), "Since."),
    lambda map: edit.set_fields(map, "a", {"note": "n", "anchor": ()}),
]


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("make", EDITS)
def test_unknown_keys_and_comments_survive_any_edit(text, make):
    reading = read(text.encode())
    history = History(reading.map, reading.document)
    history.apply(make(history.map))
    written = history.document.text
    assert read(written.encode()).map == history.map
    assert "k1" in written
    assert "k2" in written
    assert "meta" in written
    history.undo()
    assert history.document.text == text


@pytest.mark.parametrize("text", ODD)
def test_an_edit_elsewhere_leaves_an_odd_table_byte_for_byte(text):
    reading = read(text.encode())
    history = History(reading.map, reading.document)
    history.apply(edit.reword(history.map, "b", "B2."))
    assert history.document.text == text.replace('"B."', '"B2."')


@pytest.mark.parametrize(
    "listed",
    [
        '[ # k1\n "r", # k2\n # k3\n "r2" # k4\n]',
        '["r", # k1 k2\n "r2", # k3 k4\n]',
        '[\n# k1\n"r",# k2\n"r2"\n# k3\n# k4\n]',
        '[ # k1\n"r", # k2\n"r2", # k3\n# k1\n# k4\n]',
    ],
)
@pytest.mark.parametrize(
    "make",
    [
        lambda map: edit.rename(map, "r", "renamed"),
        lambda map: edit.delete(map, Place("p", "r")),
        lambda map: edit.delete(map, Place("p", "r2")),
        lambda map: edit.because(map, Place("c", None), "More."),
    ],
)
def test_comments_in_a_list_survive(listed, make):
    text = (
        'argmap = 1\n[statement.c]\ntext = "C."\n[reason.r]\nfor = "c"\n[reason.r2]\nfor = "c"\n'
        f'[statement.p]\ntext = "P."\nin = {listed}\n[statement.q]\ntext = "Q."\nin = ["r", "r2"]\n'
    )
    reading = read(text.encode())
    history = History(reading.map, reading.document)
    history.apply(make(history.map))
    written = history.document.text
    assert read(written.encode()).map == history.map
    for comment in ("k1", "k2", "k3", "k4"):
        assert written.count(comment) == text.count(comment)


@pytest.mark.parametrize(
    "text",
    [
        'argmap=1\n[statement.a]\ntext="A."\n[reason]\na = {for="a"}\n',
        'argmap=1\n[reason.a]\nfor="b"\n[statement]\na={text="A."}\nb={text="B."}\n',
    ],
)
def test_an_id_under_two_kinds_is_an_error_however_it_is_written(text):
    with pytest.raises(ReadError) as caught:
        read(text.encode())
    assert [p.code for p in caught.value.problems] == ["F005"]


@pytest.mark.parametrize(
    "text",
    [
        'argmap=1\n[source.s]\n[statement.p.anchor]\nsource="s"\npara=1\nfrom="x"\n[statement.p]\ntext="P."\n',
        '# e.g. U.S.\n[statement.p]\ntext="P."\n[source.s]\n[statement.p.anchor]\nsource="s"\npara=1\nfrom="x"\n',
    ],
)
def test_sub_tables_may_stand_apart(text):
    assert read(text.encode()).map.entries["p"].anchor[0].para == 1


def test_only_a_line_feed_ends_a_comment():
    text = 'argmap = 1\n# a\u2028x = 1\n\n[statement.c]\n# b\x85c\u2028d\ntext = "C."\n'
    assert settled(read(text.encode()).document).text == text


def test_quoted_keys_with_an_equals_sign_are_settled():
    text = 'argmap = 1\n\n[statement.c]\ntext = "C."\n"a=b" = 1\n'
    assert settled(read(text.encode()).document).text == text


def test_ids_with_brackets_can_be_renamed():
    reading = read(b'argmap = 1\n[statement."a]b"] # c\ntext = "A."\n')
    history = History(reading.map, reading.document)
    history.apply(edit.rename(history.map, "a]b", "ab"))
    assert history.document.text == 'argmap = 1\n[statement.ab]  # c\ntext = "A."\n'


@pytest.mark.parametrize("id", ["a b", "and", "x)"])
def test_ids_that_formulas_cannot_hold_are_refused_there(id):
    from argmap.model.formula import Atom

    map = read(f'argmap=1\n[statement.c]\ntext="C."\n[statement."{id}"]\ntext="X."\n'.encode()).map
    with pytest.raises(EditRefused, match="rename it first"):
        edit.if_then(map, Place("c", None), Atom(id), Atom("c"), {})


@pytest.mark.parametrize(
    "text",
    [
        "argmap = 0x" + "f" * 5000,
        "argmap = 1\n[statement.a]\ntext = 'x'\nnote = 0x" + "f" * 5000,
        "argmap = 1\n[statement.a]\ntext = 'x'\nnote" + ".note" * 3000 + " = 1",
        "argmap = 1\n[source.s]\ndate = 86400",
        "argmap = 1\n[source.s]\ndate = 2025-03-04T10:00:00",
        "argmap = " + "9" * 5000,
    ],
)
def test_monstrous_values_are_one_clear_problem(text):
    with pytest.raises(ReadError) as caught:
        read(text.encode())
    (problem,) = caught.value.problems
    assert len(problem.message) < 300


def test_an_unclosed_long_string_is_looked_for_once(monkeypatch):
    looked = []

    class Counted:
        def match(self, text, at):
            looked.append(at)

    monkeypatch.setitem(blocks._LONG_ENDS, '"""', Counted())
    blocks.scan("argmap = 1\n" + '"""\n\\' * 2000)
    assert len(looked) == 1


def test_the_keys_of_a_table_are_found_once_however_many_are_unknown(monkeypatch):
    looked = []
    find = reader.key_spans
    monkeypatch.setattr(reader, "key_spans", lambda *given: looked.append(given) or find(*given))
    many = "argmap = 1\n[statement.a]\ntext = 'x'\n" + "".join(f"k{n} = 1\n" for n in range(300))
    assert len(read(many.encode()).problems) == 300
    assert len(looked) == 1


def test_formulas_over_unknown_ids_are_refused_in_fields():
    map = read(b'argmap=1\n[statement.c]\ntext="C."\n').map
    with pytest.raises(EditRefused, match="nowhere"):
        edit.set_fields(map, "c", {"means": "not nowhere"})


def test_a_supposition_with_odd_spaces_is_renamed():
    map = read(b'argmap=1\n[statement.p]\ntext="P."\n[scenario.s]\nsuppose=["p ", "not  p"]\n').map
    assert edit.rename(map, "p", "q")[0].entries["s"].suppose == ("q", "not q")


def test_conditionals_over_conditionals_are_read_out_in_bounded_words():
    from argmap.model.wording import sentence

    text = ["argmap=1"]
    for layer in range(4):
        for n in range(20):
            below = " and ".join(f"c{layer + 1}-{m}" for m in range(20)) if layer < 3 else "s"
            text.append(f'[conditional.c{layer}-{n}]\nif = "{below}"\nthen = "s"')
    text.append('[statement.s]\ntext = "S."')
    map = read("\n".join(text).encode()).map
    assert len(sentence(map, "c0-0")) < 20_000
