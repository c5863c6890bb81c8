"""Where the words of a connective do something else than to introduce a condition."""

from argmap.source.english.clauses import Tokens, finite, main_verb, past, subject, word
from argmap.source.english.connectives import Place
from argmap.source.english.extents import FAR, opens
from argmap.source.english.halves import Halves, Stretch, begins
from argmap.source.english.lexicon import (
    BE,
    COORDINATORS,
    DETERMINERS,
    DO,
    MODALS,
    NOMINATIVES,
    PREPOSITIONS,
    PRONOUNS,
    SHOWING,
    listed,
    phrases,
)
from argmap.source.english.verbs import BASES, PARTICIPLES

_ASKING = listed(
    "ask asks asked asking wonder wonders wondered wondering know knows knew see sees saw check checks checked "
    "checking question questions doubt doubts doubted tell tells decide decides determine determines remember say "
    "unsure sure doubtful unclear uncertain learn discover consider judge inquire enquire inquired enquired idea "
    "matter matters care cares mind test whether seen known decided determined questioned difference clear "
    "certain debatable debated"
)
"""Words before an "if" that asks whether."""

_ASKED = listed("ask asks asked asking tell told")
_FINDING = listed("find finds found finding work worked working figure figured")
_COMPARING = listed("as than like what though")
_NOUNS = listed("a an big the")
_BECAUSE = listed("because for to in by as slightly briefly")
_POSSIBLE = listed("possible necessary needed desired applicable appropriate required desirable")
_ANY = listed("any anything ever at")
_GUIDES = listed("guide indication judge")
_IDIOMS = frozenset(
    phrases(
        "you like, you will, you please, you prefer, you ask me, you insist, you wish, you want, you must, you "
        "must know, i may, i might, i may say so, i am not mistaken, i'm not mistaken, i am honest, i'm honest, we "
        "are honest, we're honest, truth be told, the truth be told, need be, memory serves, memory serves me, it "
        "comes to that, i remember rightly, i remember correctly, i understand correctly, i understand it "
        "correctly, that is the word, that is the right word, that's the word, that's the right word, you can call "
        "it that, one can call it that, we can call it that, it can be called that, you don't mind, you know what "
        "i mean, you know what to look for, we can, you can, i can, at all possible"
    )
)

_INVERTING = listed("why how what when where who whom which nor neither never only so than as not no rarely")
_NOT_CONJUNCTIONS_AFTER = listed(
    "is are was were be been being has have had to by of for in at not i we they you he she it never will would "
    "do does must should can a the any"
)
_OPENING_CLAUSES = listed("if unless that which who when whether because although where as while since")
_COMING = listed("will would can could must should may might")
_RESTING = listed(
    "work works worked working rest rests rested based proceed proceeds build builds built operate operates act acts "
    "relies rely depends depend founded predicated run runs planned proceeded acted operated"
)
_LASTING = listed("twice half times just almost nearly not last take took lasts lasted lasting") | BE
_NOT_LACKING = listed(
    "doubt question exception fail delay warning further notice even so ever saying loss precedent parallel end or "
    "reason cause success much too it them him her me us which whom"
)
_LEAVING = BE | listed("even or do does did go went goes done and not with be been being")
_POINTING = listed("that this it them him her which regard respect these those all so its their")
_CHANCES = listed("chance choice time opportunity option means will right money")
_NOT_BUT_FOR = listed("what now once all example instance years a many most every that")


def other(place: Place) -> bool:
    """Whether a connective's words do something else than to introduce a condition."""
    connective, after = place.connective, place.after()
    if not after and not (place.end < place.high and place.tokens[place.end].text == ","):
        return True
    if connective.first and not _leads(place):
        return True
    if connective.words == ("if",):
        return _asks(place) or _rhetorical(place)
    if connective.takes == "inverted":
        return not _inverted(place)
    first = connective.words[0]
    if first in ("provided", "providing", "assuming", "supposing", "presuming"):
        return _plain_verb(place)
    if connective.words[1:] == ("long", "as"):
        return _lasting(place)
    if connective.words[-2:] in (("assumption", "that"), ("understanding", "that")):
        return place.before() in _RESTING
    if connective.words == ("in", "case"):
        return not _leads(place) or after in ("you", "anyone") or place.before() == "just"
    if connective.result == "impossible" or connective.result == "would":
        return _no_lack(place)
    return False


def _run(place: Place) -> int:
    """Where the words before a connective begin that no sign divides from it."""
    return max(place.low, place.start - FAR, place.lane.run(place.start))


def _leads(place: Place) -> bool:
    """Whether a clause begins at the connective."""
    return opens(place.tokens, _run(place), place.start) == place.start or place.before() in COORDINATORS


def _asks(place: Place) -> bool:
    """Whether "if" asks whether, or is a noun."""
    before = place.before()
    if before == "that":
        return False
    if before == "not" or before in _COMPARING or before in _NOUNS:
        return True
    if before in _ASKING or (before == "out" and place.before(2) in _FINDING):
        would = any(place.before(back) == "would" for back in (2, 3, 4))
        return not (would and before in ("matter", "know", "tell", "see", "difference"))
    if not before and (_inserted_after_asking(place) or _asked_besides(place)):
        return True
    for back in (2, 3, 4):
        if place.before(back) == "whether" or (before == "but" and "whether" in map(place.before, range(2, 12))):
            return True
        if place.before(back) in _ASKED:
            between = [place.before(near) for near in range(back - 1, 0, -1)]
            return all(between) and (back == 2 or between[0] in DETERMINERS | {"me", "him", "her", "us", "them", "you"})
    return False


def _inserted_after_asking(place: Place) -> bool:
    """Whether only an insertion parts "if" from a word that asks: "they asked, politely, if"."""
    near = range(place.start - 2, max(place.low, place.start - 7), -1)
    comma = next((at for at in near if place.tokens[at].text == ","), None)
    if comma is None or word(place.tokens, comma - 1) not in _ASKING:
        return False
    return not any(finite(place.tokens, at) for at in range(comma + 1, place.start - 1))


def _asked_besides(place: Place) -> bool:
    """Whether something else is asked just before: "we asked what it cost and, in particular, if"."""
    tokens, low = place.tokens, _run(place)
    joined = next(
        (at for at in range(place.start - 2, max(low, place.start - 6), -1) if word(tokens, at) == "and"), low
    )
    if tokens[joined + 1].word:
        return False
    return any(word(tokens, at) in _ASKING and word(tokens, at + 1) in _WHY for at in range(low, joined))


def _rhetorical(place: Place) -> bool:
    """Whether "if" belongs to a phrase: "if any", "if possible", "if you like", "if history is any guide"."""
    tokens, first, after = place.tokens, place.end, place.after()
    far = min(place.high, first + 12)
    stop = next((at for at in range(first, far) if not tokens[at].word), far)
    elliptical = after in PREPOSITIONS and not place.before() and _leads(place) and stop < far
    if (after in _ANY or (after in PREPOSITIONS and not elliptical)) and main_verb(tokens, first, stop) is None:
        return True
    if after == "so" or (after in _POSSIBLE and stop == first + 1) or (after == "only" and place.after(2) in _BECAUSE):
        return True
    if after == "not" and not place.after(2).endswith("ed") and place.after(2) not in PARTICIPLES:
        return True
    said = tuple(tokens[at].text for at in range(first, stop))
    if said[1:2] == ("like",) and said[0] in NOMINATIVES and (len(said) == 2 or not _leads(place)):
        return True
    return said in _IDIOMS or ("any" in said and bool(_GUIDES & set(said)))


def _inverted(place: Place) -> bool:
    """Whether "should", "had" or "were" stands before its subject, and not in a question."""
    tokens, this = place.tokens, place.connective.words[0]
    after = place.end + (place.after() in ("even", "just", "only"))
    done = any(_participle(word(tokens, at)) for at in range(place.end + 1, min(place.high, place.end + 4)))
    opening = _leads(place) and (this != "should" or place.after() != "not") and (this != "had" or done)
    begins = subject(tokens, after) or opening
    if not begins or place.before() in _INVERTING or _verb_of_another(place):
        return False
    start = _run(place)
    verbs = [word(tokens, at) for at in range(place.end + 1, min(place.high, place.end + 14))]
    if this == "should" and not any(verb in BASES or verb in ("be", "have", "do") for verb in verbs):
        return False
    if _leads(place) and subject(tokens, after):
        return True
    if this == "had" and not any(_participle(verb) for verb in verbs):
        return False
    if this == "were" and "to" not in verbs and not (place.after() in PRONOUNS and place.after() not in DETERMINERS):
        return False
    if _leads(place):
        return True
    verb = main_verb(tokens, start, place.start)
    if verb is None or _asked(place, verb):
        return verb is None and tokens[place.start - 1].text == ","
    return this == "should" or any(word(tokens, at) in ("would", "could", "might") for at in range(start, place.start))


def _participle(this: str) -> bool:
    return this in PARTICIPLES or this.endswith("ed") or this == "been"


def _verb_of_another(place: Place) -> bool:
    """Whether a verb is that of a clause with a subject before it: "if I were a man"."""
    for at in range(place.start - 1, max(place.low, place.start - 12) - 1, -1):
        this = word(place.tokens, at)
        if not this or finite(place.tokens, at):
            return False
        if this in _OPENING_CLAUSES:
            return at < place.start - 1
    return False


def _asked(place: Place, verb: int) -> bool:
    """Whether a word after a verb asks what the connective's clause says: "the question is what should it do"."""
    near = range(max(verb + 1, place.start - 5), place.start)
    return any(word(place.tokens, at) in ("what", "which", "how", "why") for at in near)


def _plain_verb(place: Place) -> bool:
    """Whether a participle is one: "the books provided by the council", "by assuming that"."""
    before = place.before()
    if before in _NOT_CONJUNCTIONS_AFTER:
        return True
    if place.connective.words[0] in ("assuming", "supposing", "presuming"):
        return before != "" and before not in COORDINATORS | {"always", "even", "now", "so", "that"}
    first = begins(place)
    if first is None or (first == place.end and place.after() in PREPOSITIONS):
        return True
    end = next((at for at in range(first, place.high) if not place.tokens[at].word), place.high)
    if main_verb(place.tokens, first, end) is None:
        return True
    start = _run(place)
    return start < place.start and bool(before) and main_verb(place.tokens, start, place.start) is None


def _lasting(place: Place) -> bool:
    """Whether "as long as" compares, or measures time."""
    if place.after().isdecimal() or (place.before() in _LASTING and not (place.before() == "for" and _to_come(place))):
        return True
    end = next((at for at in range(place.end, place.high) if not place.tokens[at].word), place.high)
    return word(place.tokens, end - 1) in DO or (place.after(2) in ("can", "could") and place.after(3) == "remember")


def _to_come(place: Place) -> bool:
    """Whether the words before a connective say what will be, or would."""
    return any(word(place.tokens, at) in _COMING for at in range(_run(place), place.start))


def _no_lack(place: Place) -> bool:
    """Whether "without", "with" and the like name no condition: "without doubt", "with that"."""
    first, after = place.connective.words[0], place.after()
    if first == "without":
        joined = place.before() in _LEAVING and place.before(2) != ""
        return after in _NOT_LACKING or joined
    if first == "but":
        return after in _NOT_BUT_FOR
    if first == "given":
        known = after == "the" and place.after(2) not in _CHANCES
        return known or after in _POINTING or after in ("how", "what", "up", "by", "to")
    return after in PREPOSITIONS or (first == "with" and after in _POINTING)


_ANY_ONE = listed("a an any no")
_CONTRARY = listed("would could might wouldn't couldn't")
_TO_COME = _CONTRARY | MODALS
_DENYING = listed("not no never nothing nobody none cannot can't couldn't won't wouldn't hardly few little")
_NAMED = listed("thing lesson anything anyone something ever")
_WHY = listed("what why who how where which")


def states(place: Place, halves: Halves) -> bool:
    """Whether halves that were found make a conditional, by what is said to hold."""
    connective, (lane, first, end) = place.connective, halves.result[-1]
    if _asks_nothing(halves) or (connective.first and not halves.leads):
        return False
    answers = word(lane.tokens, first) in ("the", "my") and word(lane.tokens, first + 1) in ("answer", "reply")
    shows = answers or word(lane.tokens, first) in SHOWING or _explains(halves.condition, halves.result[0])
    if connective.words == ("if",) and halves.leads and shows:
        return False
    verb = main_verb(lane.tokens, first, end)
    was = verb is not None and past(lane.tokens, verb)
    words = {word(stretch.lane.tokens, at) for stretch in halves.result for at in range(stretch.first, stretch.end)}
    if connective.result == "not past":
        return not was
    if connective.result == "modal":
        return bool(words & _TO_COME) or (not was and place.after() in _ANY_ONE)
    if connective.result == "general":
        return not was and place.after() in _ANY_ONE
    if connective.result == "would":
        return bool(words & (_CONTRARY | {"can"})) or (connective.takes == "inverted" and "should" in words)
    if connective.result == "impossible":
        doing = place.after().endswith("ing")
        if halves.leads and not doing:
            return not was
        return verb is not None and _impossible(lane.tokens, first, verb, doing and not halves.leads)
    return True


def _impossible(tokens: Tokens, first: int, verb: int, doing: bool) -> bool:
    """Whether a clause says what would be, or what cannot be: "would", "cannot", "nobody can", "no roof lasts".

    `doing`: without something's being done, where "he would leave" only says how.
    """
    this = word(tokens, verb)
    if this in ("cannot", "can't", "couldn't", "won't", "wouldn't") or (this == "would" and not doing):
        return True
    subject_denies = any(word(tokens, at) in _DENYING for at in range(first, verb))
    denies = subject_denies or any(word(tokens, verb + n) in _DENYING for n in (1, 2, 3))
    return (denies and this in MODALS) or (subject_denies and not doing and not past(tokens, verb))


def _explains(condition: Stretch, result: Stretch) -> bool:
    """Whether a fact is explained or a thing named: "if he left, it was because", "if one thing is sure, it is"."""
    near = [word(result.lane.tokens, at) for at in range(result.first, min(result.end, result.first + 5))]
    if near[0] in ("it's", "that's"):
        near[0:1] = ["it", "is"]
    if len(near) < 3 or near[0] not in ("it", "this", "that") or near[1] not in BE:
        return False
    named = any(word(condition.lane.tokens, at) in _NAMED for at in range(condition.first, condition.end))
    return "because" in near[2:5] or (named and near[0] == "it")


def asks(halves: Halves) -> bool:
    """Whether what holds is put as a question."""
    lane, _, end = halves.result[-1]
    condition = halves.condition
    after = max(end, condition.end) if condition.lane is lane else end
    return next((one.text for one in lane.tokens[after : after + FAR] if one.boundary), "") == "?"


def _asks_nothing(halves: Halves) -> bool:
    """Whether what holds is a question that states nothing."""
    lane, first, end = halves.result[0]
    words = [word(lane.tokens, at) for at in range(first, end)]
    what = words[0] in _WHY and {"would", "could", "might", "will", "happens"} & set(words)
    return asks(halves) and (halves.leads or not what)
