import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import formula
from argmap.model.formula import And, Atom, FormulaError, Mention, Not, Or

ids = st.sampled_from(["a", "b-c", "d1", "e_f"])
formulas = st.recursive(
    ids.map(Atom),
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=2, max_size=3).map(lambda o: And(tuple(o))),
        st.lists(inner, min_size=2, max_size=3).map(lambda o: Or(tuple(o))),
    ),
    max_leaves=12,
)


def test_not_binds_before_and_before_or():
    a, b, c = Atom("a"), Atom("b"), Atom("c")
    assert formula.parse("not a and b or c") == Or((And((Not(a), b)), c))
    assert formula.parse("not (a and (b or c))") == Not(And((a, Or((b, c)))))


@given(formulas)
def test_writing_and_reading_gives_the_formula_back(written):
    assert formula.parse(formula.write(written)) == written


@pytest.mark.parametrize(
    ("text", "column", "said"),
    [
        ("", 1, "empty"),
        ("a and", 6, "missing"),
        ("a b", 3, "expected and, or"),
        ("(a or b", 1, "not closed"),
        ("a and or b", 7, "expected an id"),
        (")", 1, "expected an id"),
        ("(" * 500 + "a", 62, "deep"),
        ("not " * 500 + "a", 245, "deep"),
    ],
)
def test_a_broken_formula_says_where(text, column, said):
    with pytest.raises(FormulaError) as caught:
        formula.parse(text)
    assert caught.value.column == column
    assert said in str(caught.value)


@given(formulas)
def test_mentions_in_a_row_spell_the_formula(written):
    spelled = " ".join(f"{m.before} {m.id}{m.after}" for m in formula.mentions(written))
    assert formula.parse(spelled) == written


def test_mentions_carry_the_words_round_them():
    assert formula.mentions(formula.parse("a and not (b or c)")) == (
        Mention("", "a", ""),
        Mention("and not (", "b", ""),
        Mention("or", "c", ")"),
    )


@given(formulas)
def test_renaming_rewrites_every_mention(written):
    renamed = formula.renamed(written, lambda id: "z" if id == "a" else id)
    assert "a" not in formula.atoms(renamed)
    assert formula.renamed(renamed, lambda id: "a" if id == "z" else id) == written
