"""Where a connective's words do not introduce a condition: indirect questions, idioms, comparisons, plain verbs."""

from argmap.source.clauses import Tokens, finite, main_verb, word
from argmap.source.connectives import BY_FIRST, Connective
from argmap.source.extents import nominal
from argmap.source.lexicon import ADVERBS, AUXILIARIES, BASES, BE, COORDINATORS, DETERMINERS, NOMINATIVES, PREPOSITIONS

_ASKING = frozenset(
    "ask asks asked asking wonder wonders wondered wondering know knows knew see sees saw check checks checked checking "
    "question questions doubt doubts doubted tell tells decide decides determine determines remember say unsure sure "
    "doubtful unclear uncertain learn discover consider judge inquire enquire inquired enquired idea matter matters care "
    "cares mind test whether clear find certain debatable debated as than like what though".split()
)
_ASKED = frozenset("ask asks asked asking tell".split())
_IDIOMS = tuple(
    tuple(text.split())
    for text in (
        "you like, you will, you please, you prefer, you ask me, you insist, you wish, you want, you must, you must know, "
        "i may, i might, i may say so, i am not mistaken, i'm not mistaken, i am honest, i'm honest, we are honest, "
        "truth be told, need be, memory serves, it comes to that, i remember rightly, i remember correctly, "
        "i understand correctly, that is the word, that is the right word, you can call it that, one can call it that, "
        "we can call it that, it can be called that, you don't mind, you know what i mean"
    ).split(", ")
)
_GUIDES = frozenset("guide indication judge".split())


def other(tokens: Tokens, first: int, end: int, reach: tuple[int, int], connective: Connective) -> bool:
    """Whether a connective's words from one index to another do something else than to introduce a condition."""
    low, high = reach
    before = word(tokens, first - 1) if first > low else ""
    after = word(tokens, end) if end < high else ""
    if not after and not (end < high and tokens[end].text == ","):
        return True
    words = connective.words
    if words[-1] in ("if", "when", "where"):
        return _if(tokens, first, end, low, high, before, after, words)
    if connective.takes == "inverted":
        return _inverted(tokens, first, low, high, before, after)
    check = _OTHERS.get(words[0])
    return check is not None and check(tokens, first, end, low, before, after, words)


def _if(tokens, first, end, low, high, before, after, words):
    if words[0] == "where" or words[0] == "whenever":
        pass
    if words == ("where",):
        at = first
        while at > low and word(tokens, at - 1) in ADVERBS | COORDINATORS:
            at -= 1
        return not (at == low or tokens[at - 1].boundary)
    if before in _ASKING or (before == "out" and word(tokens, first - 2).startswith(("find", "found", "finding"))):
        return not (before in ("matter", "know", "tell", "see") and any(word(tokens, at) == "would" for at in range(max(low, first - 4), first)))
    if before == "if" or words[0] == "if" and before in ("a", "an", "big", "the"):
        return True
    for back in (2, 3, 4):
        if first - back >= low and word(tokens, first - back) in _ASKED and word(tokens, first - back + 1) not in COORDINATORS:
            between = [word(tokens, at) for at in range(first - back + 1, first)]
            if all(between) and (between[0] in DETERMINERS or between[0] in ("me", "him", "her", "us", "them", "you") or back == 2):
                return True
    stop = next((at for at in range(end, high) if not tokens[at].word), high)
    if after in ("any", "anything", "ever", "at") and main_verb(tokens, end, min(stop, end + 12)) is None:
        return True
    if after == "only" and word(tokens, end + 1) in ("because", "for", "to", "in", "by", "as", "slightly", "briefly"):
        return True
    if after in ("possible", "necessary", "needed", "desired", "applicable", "appropriate", "required") and stop == end + 1:
        return True
    if after == "so" or (after == "not" and word(tokens, end + 1) != "for" and not word(tokens, end + 1).endswith("ed")):
        return True
    said = tuple(tokens[at].text for at in range(end, min(stop, end + 7)))
    if stop - end <= 6 and said in _IDIOMS:
        return True
    return stop - end <= 10 and "any" in said and bool(_GUIDES & {tokens[at].text for at in range(end, stop)})


def _inverted(tokens, first, low, high, before, after):
    this = tokens[first].text
    if not nominal(tokens, first + 1) or before in _INVERTING:
        return True
    verb = range(first + 2, min(high, first + 14))
    if this == "should":
        ok = any(word(tokens, at) in BASES or word(tokens, at) in ("be", "have", "do") for at in verb)
    elif this == "had":
        ok = any(_done(word(tokens, at)) for at in verb)
    else:
        ok = after in NOMINATIVES or any(word(tokens, at) == "to" for at in verb)
    if not ok and (before or this == "should"):
        return True
    start = first
    while start > low and not tokens[start - 1].boundary and first - start < 60:
        start -= 1
    before = word(tokens, first - 2) if not before and first - 1 > start else before
    if before and main_verb(tokens, start, first) is None and before not in COORDINATORS and before not in ADVERBS:
        return before not in ("that", "because", "although", "argue", "means")
    if before and this != "should":
        return not any(word(tokens, at) in ("would", "could", "might") for at in range(start, first))
    return False


_INVERTING = frozenset("why how what when where who which whom nor neither never only so than as not no".split())


def _done(this: str) -> bool:
    from argmap.source.lexicon import PARTICIPLES

    return this in PARTICIPLES or this.endswith("ed") or this in ("been", "had")


def _verb_like(tokens, first, end, low, before, after, words):
    """Provided, assuming, supposing, suppose, given and the like as plain verbs."""
    this = words[0]
    if before in ("is", "are", "was", "were", "be", "been", "has", "have", "had", "to", "by", "of", "for", "in", "not", "i", "we", "they", "you", "never", "being", "and", "will", "would", "do", "must", "should", "a", "the", "services", "at", "any"):
        return not (before == "and" and len(words) > 1) and not (before == "not" and False)
    if this in ("provided", "providing"):
        start = first
        while start > low and not tokens[start - 1].boundary and first - start < 60:
            start -= 1
        if before and main_verb(tokens, start, first) is None:
            return True
        stop = next((at for at in range(end, min(len(tokens), end + 40)) if tokens[at].boundary), min(len(tokens), end + 40))
        return main_verb(tokens, end, stop) is None or after in PREPOSITIONS
    if this in ("assuming", "presuming", "supposing", "suppose"):
        return before != "" and before not in ("always", "even", "but", "and", "that", "now", "then", "so", "let") and len(words) == 1
    return False


def _long(tokens, first, end, low, before, after, words):
    """As long as, so long as: a comparison or a stretch of time."""
    if before in BE or before in ("twice", "half", "times", "for", "just", "almost", "nearly", "not", "be", "last", "take", "took", "lasts", "lasted"):
        return True
    return after.isdecimal() or (after in ("i", "we", "anyone") and word(tokens, end + 1) in ("can", "could") and word(tokens, end + 2) == "remember")


def _without(tokens, first, end, low, before, after, words):
    if before in ("even", "with", "or", "do", "does", "did", "go", "went", "goes", "done", "and", "not"):
        return True
    if before and after.endswith("ing"):
        return True
    return after in ("doubt", "question", "exception", "fail", "delay", "warning", "further", "notice", "even", "so", "ever", "saying", "loss", "precedent", "parallel", "end", "or", "reason", "cause", "success", "much", "too")


def _in_case(tokens, first, end, low, before, after, words):
    return before == "just" or bool(before) or after in ("you", "anyone", "of") and words[-1] == "case"


def _in(tokens, first, end, low, before, after, words):
    return words == ("in", "case") and _in_case(tokens, first, end, low, before, after, words)


def _given(tokens, first, end, low, before, after, words):
    return bool(before) and before not in COORDINATORS or after in ("that", "how", "the", "what", "its", "this", "these", "up", "by", "to")


def _only(tokens, first, end, low, before, after, words):
    return False


def _event(tokens, first, end, low, before, after, words):
    return before in ("and",) and False


def _absent(tokens, first, end, low, before, after, words):
    return bool(before) and before not in COORDINATORS or after in ("from", "to", "in", "that", "schools", "this")


def _with(tokens, first, end, low, before, after, words):
    return bool(before) and before not in COORDINATORS or after in ("that", "this", "it", "them", "him", "her", "which", "regard", "respect")


_RESTING = frozenset("work works worked working rest rests rested based proceed proceeds built build operate operates act acts relies rely depend founded predicated run runs planned go goes went".split())


def _assumption(tokens, first, end, low, before, after, words):
    return before in _RESTING


def _but_for(tokens, first, end, low, before, after, words):
    return bool(before) or after in ("what", "now", "once", "all", "example", "instance", "years", "a", "many", "most", "every")


_OTHERS = {
    "provided": _verb_like, "providing": _verb_like, "assuming": _verb_like, "supposing": _verb_like, "suppose": _verb_like,
    "presuming": _verb_like, "as": _long, "so": _long, "without": _without, "given": _given, "absent": _absent,
    "on": _assumption, "barring": _absent, "with": _with, "in": _in, "failing": _absent, "but": _but_for,
}




def connectives(lane):
    """The connectives in a lane that introduce a condition: their first and end index."""
    tokens = lane.tokens
    at = 0
    while at < len(tokens):
        low, high = lane.reach(at)
        for connective in BY_FIRST.get(tokens[at].text, ()):
            end = at + len(connective.words)
            if end <= high and all(tokens[at + n].text == one for n, one in enumerate(connective.words)):
                if not other(tokens, at, end, (low, high), connective):
                    yield at, end, connective
                at = end - 1
                break
        at += 1
