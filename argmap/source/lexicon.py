"""English words by what they do in a clause: the closed classes, and common verbs with their forms."""

MODALS = frozenset(
    "will would shall should may might can could must ought cannot won't wouldn't shan't shouldn't mightn't can't "
    "couldn't mustn't".split()
)
BE = frozenset("am is are was were isn't aren't wasn't weren't ain't".split())
HAVE = frozenset("has had hasn't hadn't have haven't".split())
DO = frozenset("do does did don't doesn't didn't".split())
AUXILIARIES = MODALS | BE | HAVE | DO

NOMINATIVES = frozenset("i we they he she it you one there".split())
"""Pronouns that begin a clause rather than end one."""

PRONOUNS = NOMINATIVES | frozenset(
    "this that these those who nobody somebody everybody anybody someone anyone everyone nothing something everything "
    "anything none many most few some all each both neither either such what whoever whatever".split()
)
DETERMINERS = frozenset(
    "a an the this that these those my your his her its our their whose some any no every each all both either neither "
    "few fewer many much more most less several such another other enough half what which whichever whatever two three "
    "four five six seven eight nine ten".split()
)
PREPOSITIONS = frozenset(
    "of in on at by for from with without to into onto over under about above below between among against through "
    "during before after behind beyond near per across along around despite except inside outside like than toward "
    "towards upon via within beside besides regarding concerning throughout amid versus beneath".split()
)
COORDINATORS = frozenset("and but or nor yet so".split())
RELATIVES = frozenset("who whom whose which where".split())
SUBORDINATORS = frozenset(
    "because since although though while whereas whether when whenever where wherever until till before after as than "
    "once lest if unless that how why what whatever whoever".split()
)
"""Words that open a clause with a verb of its own."""

ADVERBS = frozenset(
    "not never always often sometimes seldom rarely usually generally normally typically still already even also just "
    "only then now soon perhaps maybe almost nearly hardly scarcely barely ever again too very quite rather really "
    "therefore thus hence otherwise instead indeed surely certainly probably possibly merely simply simultaneously "
    "however moreover nevertheless nonetheless meanwhile likewise n't no longer alone together sooner later".split()
)

_BASES = """
abandon abolish absorb accept accompany accumulate accuse achieve acknowledge acquire act adapt add address adhere
adjust admit adopt advance affect afford age agree aim allow alter amount announce answer anticipate apologise apologize
appeal appear apply appoint appreciate approach approve argue arise arrange arrest arrive ask assert assess assign
assist assume assure attach attack attempt attend attract avoid await ban base bear beat become beg begin behave believe
belong bend benefit bet betray bid bind blame block blow boil boost borrow bother break breathe breed bring broaden
build burn burst bury buy calculate call campaign cancel care carry cast catch cause cease celebrate challenge change
charge chase cheat check cheer choose claim clarify clean clear climb close coincide collapse collect combine come
command commit communicate compare compel compensate compete complain complete comply concede concentrate conclude
condemn conduct confess confirm conform confront confuse connect consent consider consist constitute construct consult
consume contain continue contract contradict contribute control converge convert convey convict convince cook
cooperate cope correct correspond cost count cover crack crash create criticise criticize cross cry cultivate cure cut
damage dare deal decay deceive decide declare decline decrease deepen defeat defend define delay deliver demand
demonstrate deny depart depend deprive derive descend describe deserve desire destroy deteriorate determine develop
deviate devise devote die differ dig diminish direct disagree disappear disappoint discourage discover discuss dismiss
dispose dispute dissolve distinguish distort distribute divide do dominate double doubt draft drag draw dream dress
drift drink drive drop drown dry dwindle earn ease eat educate elect eliminate emerge emphasise emphasize employ empty
enable encounter encourage end endanger endorse endure enforce engage enjoy enlarge ensure enter entail escape establish
estimate evaluate evaporate evict evolve examine exceed exclude excuse execute exercise exert exist expand expect
experience expire explain exploit explode explore export expose express extend face fade fail fall falter fare favour
favor fear feed feel fight fill finance find finish fit fix flee float flood flourish flow fly focus fold follow forbid
force foresee forget forgive form foster found free freeze frighten fulfil fulfill function fund gain gather generate
get give go govern grant grasp grow guarantee guard guess guide halt hand handle hang happen harm hate head heal hear
heat help hesitate hide hinder hire hit hold hope house hurt identify ignore illustrate imagine impede implement imply
import impose impress improve include increase incur indicate induce inflict influence inform inherit inhibit initiate
injure insist inspect inspire install insult insure intend intensify interfere interpret intervene introduce invade
invest investigate invite involve join judge jump justify keep kill kneel knock know lack land last laugh launch lay
lead leak lean learn leave lend let lie lift like limit line linger link listen live load lock look loom lose lower
maintain make manage march mark marry match matter mean measure meet melt mend mention merge merit migrate mind
minimise minimize misjudge miss mistake mix mobilise modify monitor motivate mount move multiply murder name need
neglect negotiate note notice obey object oblige observe obstruct obtain occupy occur offend offer omit open operate
oppose oppress order organise organize originate overcome overlook overthrow overwhelm owe own pack paint panic park
participate pass pay perform perish permit persist persuade pick place plan plant play plead please pledge point
police pollute pose possess postpone pour practise practice praise pray preach precede predict prefer prepare prescribe
present preserve press presume presuppose pretend prevail prevent proceed proclaim produce profit prohibit project
promise promote prompt pronounce propose prosecute prosper protect protest prove provide provoke publish pull punish
purchase pursue push put qualify quarrel quell question quit quote rain raise range rank reach react read realise realize
rebel rebuild recall receive reckon recognise recognize recommend reconcile reconsider record recover recruit reduce
refer reflect reform refrain refuse regain regard register regret regulate reimburse reinforce reject relate relax
release rely remain remember remind remove render renew rent repair repay repeal repeat replace reply report represent
require rescue resemble resent reserve reside resign resist resolve resort respect respond rest restore restrain
restrict result resume retain retire retreat return reveal revere reverse revert review revise revive reward ride ring
rise risk rob rot ruin rule run rush sacrifice satisfy save say scare scrap screen seal search secure see seek seem
select sell send separate serve set settle shake shape share shed shift shine ship shock shoot shop show shrink shut
sign sink sit slash sleep slide slip slow smell smile smoke solve sort sound spare spark speak specify spell spend
spill split spoil spread spring squeeze stabilise stagnate stand starve state stay steal steer stem step stick stimulate
stop store strain strengthen stress stretch strike strive structure struggle study subject submit subsidise subsidize
succeed suffer suffice suggest suit summon supply support suppose suppress surrender survive suspect suspend sustain
swallow swear sweep swim swing switch tackle take talk target taste tax teach tear tell tempt tend terminate test thank
think threaten thrive throw tie tighten tolerate top touch trace trade train transfer transform translate travel treat
trigger triumph trust try turn undergo undermine understand undertake undo unite update uphold urge use utilise utilize
vanish vary violate visit voice volunteer vote wait walk wander want warn wash waste watch weaken wear weigh welcome
widen win wind wipe wish withdraw wither withhold withstand witness wonder work worry worsen write yield
""".split()

_IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent
bent|bet bet bet|bid bid bid|bind bound bound|blow blew blown|break broke broken|breed bred bred|bring brought brought|
build built built|burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose
chosen|come came come|cost cost cost|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamt
dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought
fought|find found found|flee fled fled|fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot
forgotten|forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|hang
hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|
know knew known|lay laid laid|lead led led|lean leant leant|learn learnt learnt|leave left left|lend lent lent|let let
let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|mistake mistook mistaken|overcome overcame
overcome|overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read|
rebuild rebuilt rebuilt|repay repaid repaid|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|
see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone
shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sink sank sunk|sit sat sat|sleep slept
slept|slide slid slid|speak spoke spoken|spell spelt spelt|spend spent spent|spill spilt spilt|split split split|spoil
spoilt spoilt|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|strike
struck struck|strive strove striven|swear swore sworn|sweep swept swept|swim swam swum|swing swung swung|take took
taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|undergo underwent
undergone|understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld|wear
wore worn|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood
withstood|write wrote written
"""


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


_PAST = dict(verb.split()[:2] for verb in _IRREGULAR.split("|"))
_PARTICIPLE = {verb.split()[0]: verb.split()[2] for verb in _IRREGULAR.split("|")}

BASES = frozenset(_BASES) | frozenset(_PAST)
"""Verbs as they follow I or they; many are nouns as well."""

THIRDS = frozenset(_third(base) for base in BASES)
"""Verbs as they follow it; many are plural nouns as well."""

PASTS = frozenset(_PAST.values())
"""Irregular pasts; the regular ones end in -ed."""

PARTICIPLES = frozenset(_PARTICIPLE.values())
"""Irregular past participles; the regular ones end in -ed."""

REPORTING = frozenset(
    "say says said think thinks thought believe believes believed argue argues argued claim claims claimed insist "
    "insists insisted warn warns warned know knows knew suspect suspects suspected mean means meant suggest suggests "
    "suggested admit admits admitted concede concedes conceded hold holds held maintain maintains maintained note notes "
    "noted add adds added reply replies replied predict predicts predicted fear fears feared hope hopes hoped show shows "
    "showed conclude concludes concluded assume assumes assumed suppose supposes supposed tell tells told agree agrees "
    "agreed doubt doubts doubted imagine imagines".split()
)
"""Verbs whose object is a clause that somebody says or thinks."""
