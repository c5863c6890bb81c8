"""The English words of the closed classes, by what they do in a clause."""


def listed(text: str) -> frozenset[str]:
    """The words of a string."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of a string, divided by commas, each as its words."""
    return tuple(tuple(phrase.split()) for phrase in text.split(","))


MODALS = listed(
    "will would shall should may might can could must ought cannot won't wouldn't shan't shouldn't mightn't can't "
    "couldn't mustn't"
)
BE = listed("am is are was were isn't aren't wasn't weren't ain't")
HAVE = listed("has had hasn't hadn't have haven't")
DO = listed("do does did don't doesn't didn't")
AUXILIARIES = MODALS | BE | HAVE | DO

NOMINATIVES = listed("i we they he she it you one there")
"""Pronouns that begin a clause rather than end one."""

PRONOUNS = NOMINATIVES | listed(
    "this that these those who nobody somebody everybody anybody someone anyone everyone nothing something everything "
    "anything none many most few some all each both neither either such what whoever whatever"
)
DETERMINERS = listed(
    "a an the this that these those my your his her its our their whose some any no every each all both either neither "
    "few fewer many much more most less several such another other enough half what which whichever whatever two three "
    "four five six seven eight nine ten"
)
PREPOSITIONS = listed(
    "of in on at by for from with without to into onto over under about above below between among against through "
    "during before after behind beyond near per across along around despite except inside outside like than toward "
    "towards upon via within beside besides regarding concerning throughout amid versus beneath"
)
COORDINATORS = listed("and but or nor yet so")
RELATIVES = listed("who whom whose which where")
SUBORDINATORS = listed(
    "because since although though while whereas whether when whenever where wherever until till before after as than "
    "once lest if unless that how why what whatever whoever"
)
"""Words that open a clause with a verb of its own."""

ADVERBS = listed(
    "not never always often sometimes seldom rarely usually generally normally typically still already even also just "
    "only then now soon perhaps maybe almost nearly hardly scarcely barely ever again too very quite rather really "
    "therefore thus hence otherwise instead indeed surely certainly probably possibly merely simply simultaneously "
    "however moreover nevertheless nonetheless meanwhile likewise n't no longer alone together sooner later"
)

SHOWING = listed("look ask consider note remember see read imagine suppose assume compare recall listen visit")
"""Verbs that as commands point to something and ask for nothing else."""
