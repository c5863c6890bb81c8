"""Sentences written for this: the quoted words stand between ‹ and ›, and what ought to be said of them beside."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model import ArgumentMap, Conditional, Reason, Source, Statement
from argmap.source import Document, Passage, anchor_to, cut_hedge, cut_hedges, locate
from argmap.workspace.files import open_map

ROOT = Path(__file__).resolve().parents[2]
MAPS = ROOT / "maps"
COMMENTARY = ROOT.parent / "shared" / "commentary" / "togo-2018.txt"

CUT = [
    ("possibility", "may", "The bridge may ‹close for a year›."),
    ("possibility", "might", "The council might well ‹have sold the field too early›."),
    ("possibility", "could", "A second ferry could soon be ‹running between the islands›."),
    ("possibility", "perhaps", "It was perhaps ‹the coldest spring on record›."),
    ("possibility", "Perhaps", "Perhaps ‹the wells are already dry›."),
    ("possibility", "probably", "Rents will probably ‹rise again in the autumn›."),
    ("possibility", "Apparently", "Apparently, ‹the report was written in a week›."),
    ("possibility", "seems that", "It seems that ‹nobody read the annex›."),
    ("possibility", "seems to me that", "It seems to me that ‹the vote was fair›."),
    ("possibility", "seem to", "The figures seem to ‹support the old theory›."),
    ("possibility", "appears to", "The valley appears to have ‹been settled from the north›."),
    ("possibility", "likely that", "It is likely that ‹the tax will be repealed›."),
    ("possibility", "unlikely to", "The mine is unlikely to ‹reopen before winter›."),
    ("possibility", "possible that", "It is possible that ‹the letter was forged›."),
    ("possibility", "hard to see how", "It is hard to see how ‹the school can stay open›."),
    ("possibility", "chance that", "There is a chance that ‹the strike will be called off›."),
    ("possibility", "I suspect", "I suspect ‹the survey was never finished›."),
    ("possibility", "it seems", "‹The survey was never finished›, it seems."),
    ("possibility", "perhaps", "‹They would have stayed for the sake of a bus›, perhaps."),
    ("possibility", "Perhaps", "Perhaps the council ‹will pay for the whole bridge›."),
    ("possibility", "perhaps", "It is, perhaps, ‹time to sell the hall›."),
    ("condition", "if", "The town will flood if ‹the sluice is left open›."),
    ("condition", "if", "‹The town will flood› if the sluice is left open."),
    ("condition", "only if", "‹The firm will hire again› only if orders pick up."),
    ("condition", "unless", "‹The clinic will close›, unless a doctor is found."),
    ("condition", "unless", "‹The clinic will close in March› (unless a doctor is found)."),
    ("condition", "Unless", "Unless a doctor is found, ‹the clinic will close in March›."),
    ("condition", "If", "If the frost holds and the roads are clear, then ‹the market opens on Friday›."),
    ("condition", "if", "The price is fair, but if demand falls, ‹the growers will lose money›."),
    ("condition", "So long as", "So long as the pumps work, ‹the lower town stays dry›."),
    ("condition", "Should", "Should the grant run out, ‹the library will shut on Mondays›."),
    ("condition", "should", "‹Greater trouble might arise›, however, should the two firms merge."),
    ("condition", "provided that", "‹The plan will work well› provided that everybody pays."),
    ("condition", "suppose", "For instance, suppose ‹the bank is pressed to lend›."),
    ("condition", "whether", "Nobody has asked whether ‹the drivers want the new shift›."),
    ("negation", "not", "The wall was not ‹built by the Romans›."),
    ("negation", "doesn’t", "The law doesn’t ‹forbid a second vote›."),
    ("negation", "cannot", "The lake cannot ‹be fished all year›."),
    ("negation", "never", "The minister never ‹promised a refund›."),
    ("negation", "hardly", "The change is hardly ‹a great success›."),
    ("negation", "no", "There is no ‹mutually acceptable answer›."),
    ("negation", "no reason why", "There is no reason why ‹both parties cannot agree›."),
    ("negation", "no evidence that", "There is no evidence that ‹the drug helps›."),
    ("negation", "no longer", "The firm no longer ‹pays its debts›."),
    ("negation", "not mean that", "All this does not mean that ‹the quarrel is over›."),
    ("negation", "not true that", "It is not true that ‹the river has been cleaned›."),
    ("negation", "doubt that", "I doubt that ‹the harvest was lost›."),
    ("negation", "denies that", "The mayor denies that ‹the money was spent›."),
    ("negation", "failed to", "The allies failed to ‹agree on a common tariff›."),
    ("negation", "Not all of them", "Not all of them ‹would have stayed for a bus›."),
    ("negation", "without", "The year passed without ‹tangible results›."),
    ("negation", "false that", "It is false that ‹the mill was sold›."),
    ("negation", "far from", "The peace is far from ‹a settled matter›."),
    ("quantity", "Most", "Most ‹shops on the square lose money›."),
    ("quantity", "Many of the", "Many of the ‹older pupils walk to school›."),
    ("quantity", "some", "In the north some ‹farmers have given up wheat›."),
    ("quantity", "often", "The mail is often ‹late on Mondays›."),
    ("quantity", "primarily", "The issue is primarily ‹a local one›."),
    ("quantity", "Usually", "Usually, ‹the trains run on time here›."),
    ("quantity", "Usually", "Usually the trains ‹run on time in the north›."),
    ("quantity", "about", "The repairs cost about ‹£40,000 a year›."),
    ("quantity", "at least", "The fund left at least ‹60,000 crowns unspent›."),
    ("quantity", "for the most part", "‹The bus will pick up strangers›, for the most part."),
    ("report", "According to the union", "According to the union, ‹the ships were unsafe›."),
    ("report", "According to the union", "According to the union, the ships ‹were unsafe in every winter›."),
    ("report", "says the warden", "‹The keys were lost last year›, says the warden."),
    ("report", "says that", "The warden says that ‹the keys were lost›."),
    ("report", "according to", "‹The ships were unsafe in winter›, according to the union."),
    ("report", "the warden says", "‹The keys were lost last year›, the warden says."),
]

KEPT = [
    "‹The bridge may close for a year.›",
    "‹The clinic closes in March›\n\nUnless a doctor is found, the town has none.",
    "Perhaps\n\n‹The clinic closes in March›",
    "The mayor said nothing. ‹The bridge will close.›",
    "In May ‹the council sold the field›.",
    "By the end of May ‹a second ferry was running›.",
    "Perhaps it will rain; ‹the wells are dry›.",
    "The wells are dry, and ‹the pumps have failed›.",
    "If it rains the match is off. ‹The stands are full already.›",
    "Even if it rains, ‹the match will be played›.",
    "‹The match will be played› even if it rains.",
    "‹The club has few members, if any›.",
    "‹The hall is full›, and if more people come, they will stand.",
    "‹The hall is full›; if more people come, they will stand.",
    "If more people come, they will stand, but ‹the hall is not the right place›.",
    "The hall is large, if a little cold, and ‹the rent is low for its size›.",
    "The firm not only ‹pays its debts› but lends to others.",
    "There is no doubt that ‹the drug helps›.",
    "Nobody doubts that ‹the drug helps›.",
    "His aim was not to win but to ‹strengthen the club at home›.",
    "The answer was no. ‹The field stays as it is.›",
    "No, ‹the field stays as it is›.",
    "It is because of this that ‹the mill was built here›.",
    "The report shows that ‹the dam leaks at the foot›.",
    "It is well known that ‹the dam leaks at the foot›.",
    "I think ‹the town should run a night bus›.",
    "We believe that ‹the town should run a night bus›.",
    "It is the most ‹important question of the year›.",
    "The likely ‹winner is a stranger here›.",
    "As many ‹ships were lost in the storm› as in the war.",
    "The police held the suspect, and ‹the street was closed for hours›.",
    "The might of ‹the guilds was broken by then›.",
    "She gave her word that ‹the debt would be paid›.",
    "The should-be heir ‹left the country in spring›.",
    "Since the strike ended, ‹the harbour has been open›.",
    "The port, the market and ‹the mill belong to the town›.",
    "‹The port belongs to the town›, the market to the crown.",
    "‹The port belongs to the town› and perhaps always did.",
    "‹Sales fell by half›, probably due to the weather.",
    "When the pumps work, ‹the lower town stays dry›.",
    "Because not everybody paid, ‹the plan was dropped in June›.",
    "The plan was dropped not for want of money but because ‹nobody wanted the post›.",
    "A third of the farmers have given up wheat, which is why ‹prices rose so fast›.",
    "The council met in part one of the hall. ‹Prices rose.›",
    "Mr May ‹left before the vote was taken›.",
    "The will to win ‹carried them over the line›.",
    "They talked about ‹the price of bread and salt›.",
    "There were over the years ‹many good harvests in the valley›.",
]


def judged(marked: str, around: str = "The author says"):
    """What is cut from the words between ‹ and ›, quoted within a statement that has other words too."""
    start, end = marked.index("‹"), marked.index("›") - 1
    text = marked.replace("‹", "").replace("›", "")
    document = Document.of(text)
    return document, cut_hedge(document, Passage(0, len(text)), text[start:end], around)


@pytest.mark.parametrize(("kind", "said", "marked"), CUT)
@pytest.mark.parametrize("around", ["", "It is stated"])
def test_a_hedge_left_out_is_told_with_its_place(kind, said, marked, around):
    document, hedge = judged(marked, around)
    assert hedge is not None
    assert (hedge.kind, hedge.words) == (kind, said)
    assert document.text[slice(*hedge.place)] == said
    assert hedge.side == ("before" if marked.index(said) < marked.index("‹") else "after")


@pytest.mark.parametrize("marked", KEPT)
@pytest.mark.parametrize("around", ["", "It is stated"])
def test_what_governs_something_else_is_no_hedge(marked, around):
    assert judged(marked, around)[1] is None


NEWS = """\
The warden spoke first. Unless it rains, the dam may not hold through the summer, she said. I doubt it.

Most of the farms in the valley draw on the lake. The lake is low, and the town could buy water from the coast.
"""


def cut(text, *passages, news=NEWS, kind=Statement, **fields):
    """What is cut from a premise with this text that points to these passages of the news."""
    document = Document.of(news)
    found = [Passage(news.index(said), news.index(said) + len(said)) for said in passages]
    anchors = tuple(a for passage in found if (a := anchor_to(document, "s", passage)) is not None)
    sentence = kind(text=text, stands_in=("r",), anchor=anchors, **fields)
    entries = {"s": Source(), "c": Statement(text="So."), "r": Reason(target="c"), "a": sentence}
    hedges = cut_hedges(ArgumentMap(entries=entries), "a", [(document, passage) for passage in found])
    return [(said, hedge.words) for said, hedge in hedges]


def test_a_statement_that_is_a_quotation_is_judged_as_a_whole():
    assert cut("Farms in the valley draw on the lake.", "farms in the valley draw on the lake") == [
        ("farms in the valley draw on the lake", "Most of the")
    ]
    assert cut("The lake is low.", "The lake is low") == []
    assert cut("Farms draw on the lake.", "farms in the valley draw on the lake") == []


def test_of_several_passages_each_is_judged():
    passages = "The lake is low", "buy water from the coast"
    assert cut("The lake is low … buy water from the coast", *passages) == [("buy water from the coast", "could")]
    assert cut("The lake is low.", *passages) == []
    assert cut("Perhaps … buy water from the coast", *passages, "Perhaps", news=f"Perhaps. {NEWS}") == []


def test_words_in_quotation_marks_are_judged_with_what_the_statement_says_beside():
    passage = "the town could buy water from the coast"
    assert cut("The town will “buy water from the coast”.", passage) == [("buy water from the coast", "could")]
    assert cut("The town can perhaps “buy water from the coast”.", passage) == []
    assert cut("The town “could buy water from the coast”.", passage) == []
    assert cut("The dam will “hold through the summer”.", "the dam may not hold through the summer, she said") == [
        ("hold through the summer", "not")
    ]
    assert cut("It “may … hold”, and dry it “was”.", "It may not hold", news="It may not hold. Dry it was.") == [
        ("may … hold", "not")
    ]


def test_a_hedge_between_the_parts_of_a_quotation_is_left_out_and_one_inside_a_part_is_not():
    news = "The dam may well hold, and the town cannot afford another."
    assert cut("It “may … hold”.", news, news=news) == []
    assert cut("The “dam … well hold” it is.", news, news=news) == [("dam … well hold", "may")]
    assert cut("The “town … afford another” it is.", news, news=news) == [("town … afford another", "cannot")]


@pytest.mark.parametrize(
    ("news", "phrase"),
    [
        ("Most farms lose money.", "farms"),
        ("It will hold if the new dam is built.", "the new dam"),
        ("The warden says that the new dam is dry.", "the new dam"),
        ("Unless it rains, the town has no water left.", "the town"),
    ],
)
def test_a_phrase_of_few_words_names_a_thing_and_claims_nothing(news, phrase):
    assert cut(f"There is talk of “{phrase}”.", news, news=news) == []
    assert len(cut(phrase, phrase, news=news)) == 1


def test_words_that_stand_elsewhere_in_the_passage_without_a_hedge_may_be_quoted():
    news = "The dam may hold. It was dry. The dam will hold."
    assert cut("It “will hold”, and a “dam” it is.", news, news=news) == []
    assert cut("It does “hold”.", "The dam may hold", news=news) == [("hold", "may")]
    twice = news.replace("will", "may")
    assert cut("It does “hold”.", twice, news=twice) == [("hold", "may")]
    assert cut("It does “hold”.", news, news=news) == []
    assert cut("It does “hold”.", "The dam may hold", "The dam will hold", news=news) == []


def test_a_claims_owner_and_a_conditionals_condition_are_kept_by_the_map():
    passage = "the dam may not hold through the summer"
    assert cut("The dam may not hold through the summer.", passage) == [(passage, "Unless")]
    conditional = {"kind": Conditional, "antecedent": "c", "consequent": "c"}
    assert cut("The dam may not hold through the summer.", passage, **conditional) == [(passage, "she said")]
    assert cut("The dam may not hold through the summer.", passage, by="The warden", **conditional) == []
    likely = "buy water from the coast"
    assert cut(likely, likely, **conditional) == [(likely, "could")]
    assert cut(likely, likely, qualifier="might", **conditional) == []


def test_a_proposition_claims_nothing():
    document = Document.of(NEWS)
    passage = Passage(NEWS.index("it rains"), NEWS.index("it rains") + 8)
    rains = Statement(text="It rains.", anchor=(anchor_to(document, "s", passage),))
    entries = {"s": Source(), "c": Conditional(antecedent="a", consequent="a"), "a": rains}
    assert cut_hedges(ArgumentMap(entries=entries), "a", [(document, passage)]) == []
    entries["c"] = Statement(text="So.")
    entries["r"] = Reason(target="c")
    entries["a"] = rains.model_copy(update={"stands_in": ("r",)})
    assert len(cut_hedges(ArgumentMap(entries=entries), "a", [(document, passage)])) == 1


def test_a_statement_that_is_gone_or_has_no_passage_at_hand_is_not_judged():
    assert cut_hedges(ArgumentMap(), "nowhere", []) == []
    assert cut("The town will “buy water from the coast”.") == []


@given(
    st.lists(st.sampled_from(["may", "not", "if", "the", "dam", "holds", ",", "—", ".", "says", "that"]), max_size=14)
)
def test_a_hedge_stands_in_the_text_outside_the_quoted_words(pieces):
    text = " ".join(pieces)
    document = Document.of(text)
    for passage in document.sentences:
        for first in range(len(document.words_of(passage))):
            said = document.words_of(passage)[first : first + 3]
            stretch = Passage(said[0].start, said[-1].end)
            hedge = cut_hedge(document, stretch, text[slice(*stretch)])
            if hedge is not None:
                assert " ".join(text[slice(*hedge.place)].split()) == hedge.words
                before = hedge.side == "before"
                assert hedge.place.end <= stretch.start if before else hedge.place.start >= stretch.end


def _whole(map, document):
    """Each asserted statement's first passage, judged as if it were quoted as a whole."""
    for id, sentence in map.sentences():
        passage = locate(document, sentence.anchor[0]) if sentence.anchor else None
        if passage is not None and map.outline.roles[id] != "proposition":
            yield id, cut_hedge(document, passage, document.text[slice(*passage)])


def test_what_would_be_cut_if_the_example_map_quoted_its_text():
    document = Document.of((MAPS / "night-bus.md").read_text(encoding="utf-8"))
    map = open_map(MAPS / "night-bus.argmap.toml").map
    assert {id: hedge.words for id, hedge in _whole(map, document) if hedge is not None} == {
        "bus-affordable": "Should",
        "restaurants-lose-staff": "seems plain enough that",
        "taxi-drivers-lose-work": "objects that",
        "trial-fare": "some",
    }
    assert [cut_hedges(map, id, [(document, Passage(0, len(document.text)))]) for id, _ in map.sentences()].count([])


@pytest.mark.skipif(
    not COMMENTARY.exists(), reason="the commentary is not part of the project: no ../shared/commentary"
)
def test_what_would_be_cut_if_the_commentarys_map_quoted_it():
    document = Document.of(COMMENTARY.read_text(encoding="utf-8"))
    map = open_map(MAPS / "togo-2018.argmap.toml").map
    conditionals = {id for id, sentence in map.sentences() if isinstance(sentence, Conditional)}
    found = {id: hedge for id, hedge in _whole(map, document) if hedge is not None}
    assert {id: hedge.words for id, hedge in found.items() if id not in conditionals} == {}
    assert {id: hedge.words for id, hedge in found.items() if id in conditionals} == {
        "if-antagonism-alliance": "In general",
        "if-japan-joins-aiib-doubts": "if",
    }
