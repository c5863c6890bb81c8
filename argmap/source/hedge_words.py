"""Hedges and qualifiers: the words that make a text say less than a stretch of it says alone.

A hedge governs a stretch that follows it at once or after words that carry nothing ("may well have been"), that stands
in the main clause after it ("Unless she pays, ..."), or that it follows at once ("..., unless she pays"). What stands
further off is left to the reader: rather too little is said than too much.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

HedgeKind: TypeAlias = Literal["possibility", "condition", "negation", "quantity", "report"]
"""What a hedge says: it only may be so; it depends; it is denied; not all, not always; it is somebody's claim."""

Side: TypeAlias = Literal["before", "after"]


class Rule(NamedTuple):
    """A hedge, found in the text before or after a stretch that has at least so many words and begins in such a way."""

    kind: HedgeKind
    side: Side
    pattern: re.Pattern[str]
    least: int
    begins: re.Pattern[str]


_CLAIM = 4
"""So many words may state something of their own; fewer name it."""


def _spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_spaced(pattern), re.IGNORECASE)


def _not_after(words: str) -> str:
    return "".join(rf"(?<!\b{word}\s)" for word in words.split())


_LIGHT = r"(?: (?:well|also|then|still|even|yet|already|soon|thus|indeed|eventually|to|be|been|being|have|an?|the))*"
_PERSON = r"(?: (?:me|us|him|her|them))?"

_MODAL = r"\b(?-i:may|might|could)\b"
_ADVERB = (
    r"\b(?:perhaps|maybe|possibly|probably|presumably|apparently|allegedly|supposedly|reportedly|arguably|conceivably"
    r"|potentially|hopefully|seemingly|ostensibly|in all likelihood|at best)\b"
)
_SEEMS = rf"\bseem(?:s|ed)?\b(?: to{_PERSON})?(?: (?:plain|clear|likely|probable|plausible|quite|fairly|enough))*"
_POSSIBLE = (
    r"\b(?:possible|conceivable|plausible|doubtful|improbable|questionable|debatable|uncertain|unclear|thinkable)"
    r"(?: for \w+)? (?:that|whether|if|to)"
)
_HARD = r"\b(?:hard|difficult) to (?:imagine|see|believe|conceive|say)(?: that| how| why| whether)?"
_CHANCE = r"\b(?:chance|possibility|likelihood|probability|risk|danger|hope|fear|suspicion|impression|prospect)s? that"
_SUSPECT = (
    r"\b(?:I|we|he|she|they|who) (?:suspect|guess|hope|fear|wonder|imagine|suppose)(?:s|d|ed)?(?: that| whether)?"
)

_NOT = (
    rf"(?:{_not_after('or if why')}\bnot|\bcannot|\w+n't|\bnever|\bhardly|\bscarcely|\bbarely|\bseldom|\brarely"
    rf"|\bneither|\bnor|{_not_after('not')}\bwithout)\b(?: (?:any|at all|in|by|so|always|necessarily|really|directly))?"
)
_NO = (
    r"\bno\b(?: (?:longer|such|clear|good|real|direct|more|evidence|proof|reasons?|signs?|indication|guarantee|grounds?"
    r"|basis|way|case)(?: (?:of|for|why|whether|that|to (?:think|believe|suppose|expect|assume|fear)(?: that)?))?)*"
)
_NOT_ALL = (
    r"\b(?:not (?:all|every|everyone|everybody|many|much)|none|nobody|no one|hardly (?:any|anyone|anybody))\b"
    r"(?: of (?:(?:the|these|those|its|their|our) )?\w+)?"
)
_NOT_THAT = (
    r"(?:\b(?:not|cannot|never|hardly|nor|neither|nobody)|n't)\b(?: \w+){0,2} (?:mean|imply|assume|believe|think|show"
    r"|prove|follow|suggest|say|claim|expect|accept|entail|establish|suppose|hold|argue|true|clear|certain|sure|given"
    r"|proven|evident|obvious|plausible|case|convinced)(?:s|d|ed)?(?: for \w+)? (?:that|whether)"
)
_DENIED = (
    rf"{_not_after('no any little nobody never not')}\b(?:doubt|den(?:y|ies|ied)|reject|disput|dismiss)(?:s|e|es|d|ed)?"
    r"(?: (?:the|any) (?:claim|idea|view|notion|charge))?(?: that| whether)?"
)
_FALSE = (
    r"\b(?:false|untrue|wrong|mistaken|a mistake|a myth|absurd|too early)"
    r" (?:that|to (?:say|think|believe|claim)(?: that)?)"
)
_FAILED = r"\b(?:(?:fail|refuse|decline)(?:s|d|ed)? to|unable to|impossible to|far from|instead of|rather than)"

_SOME = (
    rf"{_not_after('the a an his its her their our my how as so too these those at very far much')}(?<!'s\s)"
    r"\b(?:some|most|many|few|several|certain|half|part|a (?:number|few|majority)|the majority)\b(?: of)?"
    r"(?: (?:the|these|those|its|his|her|their|our))?"
)
_OFTEN = (
    r"\b(?:often|sometimes|usually|generally|mostly|largely|mainly|chiefly|partly|partially|occasionally|frequently"
    r"|normally|typically|primarily|almost|nearly|virtually|practically|at times|at least in part|in part|in general"
    r"|for the most part|as a rule|in (?:most|many|some) cases)\b"
)
_ABOUT = (
    r"\b(?:about|around|roughly|approximately|some|up to|at least|at most|(?:more|less|fewer) than|over|under|close to)"
)

_IF = (
    r"\b(?:(?:only |even |as )?if|as though|unless|whether(?: or not)?|lest|(?:so|as) long as|in case|in the event that"
    r"|on condition that|provid(?:ed|ing) that|suppos(?:e|ing)(?: that)?|assuming(?: that)?|imagine that)\b"
)
_IF_AFTER = (
    r"(?:(?:but |and )?only (?:if|when)|if(?! (?:any|anything|not|only|ever|possible|necessary|at all|need|so)\b)"
    r"|unless|provid(?:ed|ing) that|so long as|on condition|in case|assuming|except (?:when|where|if|that))\b"
)
_IF_FIRST = (
    r"(?:(?:only )?if|unless|so long as|as long as|in case|on condition that|provid(?:ed|ing)(?: that)?|suppos(?:e|ing)"
    r"|assuming|should(?=[^?]*\Z))\b"
)
_LINK = (
    r"(?:(?:but|and|yet|so|or|for|however|moreover|nevertheless|still|then|thus|that said|for (?:instance|example))\b"
    r",? |(?:with|as|in|on|at|by|for|under|after|before|given) [^,]*, )*"
)

_SAY = (
    r"(?:sa(?:y|ys|id)|claim|argue|allege|maintain|contend|assert|insist|believe|object|warn|complain|charge|suspect"
    r"|th(?:ink|inks|ought)|tells?|told)(?:s|d|ed)?"
)
_SAYS_THAT = (
    rf"{_not_after('I we')}\b{_SAY}(?:{_PERSON}| reporters| the \w+)? that"
    r"|\b(?:claim|belief|view|argument|allegation|idea|assumption|charge|rumour) that"
)
_ACCORDING = r"\b(?:according to|in the (?:view|opinion|words) of)(?: [\w'.&-]+){1,6},"

_IN_FIGURES = r"\W*(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|half|a (?:dozen|hundred|thousand))\b)"
_ADDING = r"(?!(?:only|just|merely|simply)\b)"
_OF_ITS_OWN = r"(?:but|yet|while|whereas|although|though|for|because|since|as|which|who|whose|whatever)\b"
_DEPENDING = rf"(?!{_OF_ITS_OWN})"


def _before(kind: HedgeKind, pattern: str, least: int = 1, *, light: str = _LIGHT, begins: str = "") -> Rule:
    return Rule(kind, "before", _compiled(rf"(?P<hedge>{pattern}){light}\s*\Z"), least, _compiled(begins))


def _opening(kind: HedgeKind, pattern: str, rest: str) -> Rule:
    """A hedge that opens the sentence, or a clause after a comma; `rest` may stand between it and the stretch."""
    opened = rf"(?:\A|, (?:but|and|so|or|yet) )\s*{_LINK}(?P<hedge>{pattern}){rest}\Z"
    return Rule(kind, "before", _compiled(opened), _CLAIM + 1, _compiled(_DEPENDING))


def _after(kind: HedgeKind, lead: str, pattern: str, rest: str = "") -> Rule:
    return Rule(kind, "after", _compiled(rf"\A{lead}(?P<hedge>{pattern}){rest}"), _CLAIM, _compiled(""))


_ASIDE = r"[\s,(–—]*(?:(?:however|though|of course|then|too|also)\b,?\s*)?"
_SET_OFF = r"\s*[,(–—]\s*"
_CLOSED = r"(?=\s*(?:[,.;:!?)–—]|\Z))"
_BY_HIM = r"(?:according to|in (?:his|her|their|its) (?:view|opinion)|to (?:his|her|their) mind)\b"


@cache
def rules() -> tuple[Rule, ...]:
    """How hedges stand beside what they govern; of several, the first is told. Compiled when first asked for."""
    return (
        _before("negation", _NOT_THAT),
        _before("negation", _DENIED),
        _before("negation", _FALSE),
        _before("negation", _NO),
        _before("negation", _NOT_ALL),
        _before("negation", _FAILED),
        _before("negation", _NOT, begins=_ADDING),
        _before("possibility", _MODAL),
        _before("possibility", rf"{_ADVERB},?"),
        _before("possibility", rf"{_SEEMS}(?: that| as if| as though| to)?"),
        _before("possibility", rf"\bappear(?:s|ed)?(?: to{_PERSON})?(?: that| to)"),
        _before("possibility", rf"{_not_after('the a an')}\b(?:un)?likely(?: that| to)?"),
        _before("possibility", _POSSIBLE),
        _before("possibility", _HARD),
        _before("possibility", _CHANCE),
        _before("possibility", _SUSPECT),
        _before("condition", _IF, _CLAIM),
        _before("quantity", _ABOUT, light="", begins=_IN_FIGURES),
        _before("quantity", _SOME, _CLAIM, light=""),
        _before("quantity", rf"{_OFTEN},?"),
        _before("report", _SAYS_THAT, _CLAIM),
        _before("report", _ACCORDING, _CLAIM, light=""),
        _opening("condition", _IF_FIRST, rf"[^,]*,(?:(?!, {_OF_ITS_OWN}).)*"),
        _opening("possibility", _ADVERB, r"[^,]*,?[^,]*"),
        _opening("quantity", _OFTEN, r"[^,]*,?[^,]*"),
        _opening("report", _ACCORDING, r"[^,]*"),
        _after("condition", _ASIDE, _IF_AFTER),
        _after("condition", rf",{_ASIDE}", r"should(?! (?:be|have|not|also|only)\b)\b"),
        _after("possibility", _SET_OFF, rf"(?:{_ADVERB}|it (?:seems|appears)|{_SUSPECT})", _CLOSED),
        _after("quantity", r",?\s*", _OFTEN, _CLOSED),
        _after("report", r"[\s,(–—]*", _BY_HIM),
        _after("report", r"\s*,\s*(?!I\b)", rf"(?:\w+ ){{1,3}}{_SAY}", _CLOSED),
        _after("report", r"\s*,\s*", rf"{_SAY} (?!I\b)(?:the )?\w+"),
    )


_OTHERWISE: Mapping[HedgeKind, str] = {
    "possibility": rf"{_MODAL}|{_ADVERB}"
    r"|\b(?:can|would|seem\w*|appear\w*|(?:un)?likely|(?:im)?possib\w+|chance|suspect\w*)\b",
    "condition": rf"{_IF}|\b(?:when|whenever|should|depend\w*|provided)\b",
    "negation": r"\b(?:not|no|none|never|nobody|nothing|cannot|hardly|without|neither)\b|n't\b"
    r"|\b(?:den(?:y|ies|ied)|reject\w*|fail\w*|lack\w*)\b",
    "quantity": rf"{_SOME}|{_OFTEN}|{_ABOUT}",
    "report": rf"\b{_SAY}\b|\baccording to\b",
}


@cache
def said_otherwise(kind: HedgeKind) -> re.Pattern[str]:
    """What says about as much as a hedge of a kind, where a statement has it in words of its own."""
    return _compiled(_OTHERWISE[kind])
