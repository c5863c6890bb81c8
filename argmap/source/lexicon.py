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
honour honor lag tremble dawdle shuffle quiver totter thrive scrap scrape hail heave hum hoist jam knit knot lick lurk mow nag
nibble nudge pat peck plead plod pounce prune purr quake ramble rattle ravel relay rove rub rummage rustle saddle scamper
abandon abolish absorb abstain abuse accelerate accept accommodate accompany accord accumulate accuse ache achieve
acknowledge acquire act adapt add address adhere adjust admit adopt adorn advance advertise advise advocate affect
afford age aggravate agree aim alarm alienate align allocate allot allow alter amass amend amount amuse announce annoy
answer anticipate apologise apologize appeal appear apply appoint appreciate apprehend approach approve approximate
argue arise arouse arrange arrest arrive ascend ascertain ask aspire assassinate assault assemble assent assert assess
assign assimilate assist assume assure attach attack attain attempt attend attract attribute audit augment authorise
authorize avert avoid await back bake balance ban bargain bark base bear beat become beg begin behave believe belittle
belong bend benefit bet betray bicker bid bind bite blackmail blame bleed blend block blow blur boast boil bombard
boost borrow bother boycott brag brand break breathe breed brew bribe bring broaden brush build bump bundle burn burst
bury bustle buy buzz calculate call campaign cancel cap capitulate capture care carry cast catch cause caution cease
cede celebrate cement censor centralise centralize certify challenge change charge chase chat cheat check cheer
cherish choose chop circulate cite claim clarify clash clean clear climb cling clog close coax coerce coexist coincide
collaborate collapse collect collide colonise combat combine come comfort command commemorate commence comment commit
communicate compare compel compensate compete compile complain complete comply compound comprehend comprise compromise
conceal concede conceive concentrate concern conclude condemn condense condone conduct confer confess confide confine
confirm confiscate conform confront confuse congratulate connect conquer consent conserve consider consist consolidate
conspire constitute construct consult consume contain contemplate contend contest continue contract contradict
contrast contribute control convene converge converse convert convey convict convince cook cooperate coordinate cope
correct correspond corrupt cost cough counsel count counter cover crack crash crawl create creep cripple criticise
criticize cross crumble crush cry cultivate curb cure curtail cut damage dance dare date deal debase debate decay
deceive decentralise decentralize decide declare decline decouple decrease dedicate deduce deem deepen default defeat
defend defer define deflate defraud degrade delay delegate delete delight deliver demand demolish demonstrate
demoralise denounce deny depart depend depict deplete deplore deploy deport depose depreciate depress deprive
deregulate derive descend describe desert deserve designate desire despise destroy detach detain detect deter
deteriorate determine detest devalue devastate develop deviate devise devote diagnose dictate die differ differentiate
dig digest dilute diminish dine dip direct disable disagree disallow disappear disappoint disarm disband discard
discern discharge disclose discount discourage discover discriminate discuss disguise disintegrate dislike dismantle
dismiss dispatch displace display displease dispose disprove dispute disregard disrupt dissent dissolve dissuade
distinguish distort distract distribute distrust disturb divert divide divorce do document dominate donate double
doubt downgrade draft drag drain draw dream dress drift drill drink drive drop drown dry duplicate dwindle earn ease
eat echo edit educate elaborate elect elevate eliminate embark embarrass embody embrace emerge emphasise emphasize
employ empower enable enact enclose encounter encourage end endanger endorse endow endure energise enforce engage
enjoy enlarge enlist enrich enrol enroll enslave ensure entail enter entertain entice entitle entrust envisage envy
equal equate equip erode erupt escalate escape establish estimate evade evaluate evaporate evict evoke evolve
exaggerate examine exasperate exceed excel exclude excuse execute exempt exercise exert exhaust exhibit exile exist
exonerate expand expect expel experience expire explain explode exploit explore export expose express extend
extinguish extract fabricate face facilitate fade fail fall falter fare fashion fasten fathom favor favour fear
feature feed feel fend fetch fight figure file fill filter finance find fine finish fire fit fix fizzle flatten
flatter flee flinch float flock flood flounder flourish flow fly focus fold follow forbid force forecast foresee
forfeit forge forget forgive forgo form formulate forsake foster foul found frame free freeze frighten frown fuel
fulfil fulfill function fund furnish fuse gain gamble gather gauge generate get give glance glow go govern grant grasp
graze greet grieve grind groom ground grow guarantee guard guess guide halt halve hamper hand handle hang happen
harden harm harness harvest hasten hatch hate haunt head heal heap hear heat heed help herd hesitate hide hinder hinge
hire hit hoard hold hop hope host house humiliate hurry hurt identify idle ignite ignore illustrate imagine imitate
impair impart impeach impede impel imperil implement implicate implore imply import impose impress improve incite
incline include inconvenience incorporate increase incur indicate induce infect infer inflate inflict influence inform
infringe infuriate ingratiate inherit inhibit initiate inject injure insert insist inspect inspire install insulate
insult insure integrate intend intensify intercept interest interfere interpret intervene intimidate introduce intrude
invade invalidate invert invest investigate invite invoke involve irk isolate issue jeopardise jeopardize join judge
jump justify keep kick kill kiss kneel knock know label labour lack lament land lapse lash last laugh launch lay lead
leak lean leap learn leave lecture legalise legalize legislate legitimate lend lessen let level levy liberate license
lie lift like limit line linger link list listen litigate live load loan lobby lock look loom loosen loot lose lower
maintain make manage mandate manipulate manufacture map march mark marry mask master match matter mature mean measure
mediate meet melt memorise mend mention merge merit mess migrate mind minimise minimize mirror misbehave misjudge
mislead misread misrepresent miss mistake misuse mix moan mobilise mock model moderate modernise modify monitor
motivate mount mourn move muddle multiply murder muster name narrow nationalise nationalize need negate neglect
negotiate nod nominate note notice nourish nurse nurture obey object oblige observe obsess obstruct obtain occupy
occur offend offer offset omit ooze open operate oppose oppress order organise organize orient originate oust outgrow
outlast outlaw outlive outnumber outrage outstrip outvote outweigh overcharge overcome overcrowd overestimate overflow
overhaul overlap overlook overpay override overrule overrun oversee overspend overstate overtake overthrow overturn
overwhelm owe own pack paint pander panic parade pardon park participate pass patch patrol patronise pay peak peel
penalise penalize penetrate perceive perform perish permit perpetuate persecute persist persuade perturb petition
phase photograph pick pile pinch pioneer pitch placate place plague plan plant play plead please pledge plough plunder
plunge point poison police poll pollute ponder pose possess postpone postulate pound pour practice practise praise
pray preach precede preclude predict predominate prefer preoccupy prepare presage prescribe present preserve preside
press presume presuppose pretend prevail prevent prey price privatise privatize probe proceed process proclaim
procrastinate procure produce profit progress prohibit project proliferate prolong promise promote prompt pronounce
propagate propel propose prosecute prosper protect protest protract prove provide provoke prune publicise publish pull
pump punish purchase pursue push put qualify quarantine quarrel quarry quell question quicken quit quote radiate raid
rain raise rally range rank rant ration rationalise ravage reach react read readjust reaffirm realign realise realize
reap reappear reassure rebel rebuild rebuke recall recede receive reckon reclaim recognise recognize recommence
recommend recompense reconcile reconsider reconstruct record recoup recover recreate recruit rectify recur recycle
redeem redefine redirect redistribute redouble redraw redress reduce refer refinance refine reflect reform refrain
refund refurbish refuse refute regain regard register regret regulate rehearse reign reimburse reimpose rein reinforce
reinstate reiterate reject rejoice relapse relate relax release relegate relent relieve relinquish relish relocate
rely remain remedy remember remind reminisce remit remove render renegotiate renew renounce rent reopen reorganise
repair repay repeal repeat repel replace replenish replicate reply report represent reprimand reproach reproduce
repudiate require reschedule rescind rescue resemble resent reserve resettle reshape reside resign resist resolve
resort respect respond rest restart restore restrain restrict result resume resurface resurrect retain retaliate
retard rethink retire retract retrain retreat retrieve return reunite revamp reveal revel revere reverse revert review
revise revitalise revive revoke revolt reward reword rewrite rid ride ring rip ripen rise risk rival roam roar rob
rock roll rot round ruin rule run rush sabotage sack sacrifice sanction satisfy saturate save say scan scare scatter
scold score scorn scramble scrap scratch screen scrutinise scrutinize seal search secure see seek seem seize select
sell send sense sentence separate serve set settle shake shame shape share sharpen shatter shed shelter shelve shield
shift shine ship shiver shock shoot shop shorten shout shove show showcase shrink shrug shun shut sicken side sigh
sign signal silence simplify simulate sink sit skate skew skimp skip slacken slap slash sleep slice slide slip slow
slump smash smell smile smoke smooth smuggle snap snatch soar soften solve soothe sort sound sow span spare spark
speak specify spell spend spill spin spit split spoil sponsor sprawl spread spring sprout spur spurn squander squeeze
stab stabilise stagnate stain stall stamp stand stare starve state stay steady steal steer stem step stick stifle
stigmatise stimulate stir stockpile stoop stop store straighten strain strand stray streamline strengthen stress
stretch strike strip strive stroll structure struggle study stumble stun subdue subject submit subscribe subside
subsidise subsidize substantiate substitute subtract subvert succeed sue suffer suffice suggest suit sulk summon
supersede supervise supplant supplement supply support suppose suppress surface surge surpass surprise surrender
surround survive suspect suspend sustain swallow swap sway swear sweep swell swerve swim swing switch symbolise
sympathise tackle tailor taint take talk tally tamper target tarnish taste tax teach tear tease telephone tell tempt
tend terminate test testify thank thaw thicken thin think thrash threaten thrive throw thwart tick tidy tie tighten
tilt tinker tip tire toil tolerate top torment torture total touch toughen tour tow trace track trade trail train
tramp transact transcend transfer transform transgress translate transmit trap travel treat trigger trim trip triple
triumph trouble trumpet trust try tug tumble tune turn twist unblock uncover undercut underestimate underfund undergo
underlie underline undermine underpin understand understate undertake undervalue undo unearth unfold unify unite
unleash unlock unravel unveil update uphold uproot upset urge use usher usurp utilise utilize vacate validate value
vanish vary veer venture vest vet veto vie view vilify vindicate violate visit voice volunteer vote vow wait walk
wander wane want warn warrant wash waste watch waver weaken wear weather weed weep weigh welcome whisper widen wield
wilt win wind wink wipe wish withdraw wither withhold withstand witness wonder work worry worsen wound wrap wreck
wrestle write yearn yell yield zone
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
withstood|write wrote written|bleed bled bled|cling clung clung|creep crept crept|forecast
forecast forecast|forgo forwent forgone|forsake forsook forsaken|grind ground ground|leap leapt leapt|mislead misled
misled|misread misread misread|outgrow outgrew outgrown|overpay overpaid overpaid|override overrode overridden|overrun
overran overrun|oversee oversaw overseen|overspend overspent overspent|overtake overtook overtaken|redraw redrew
redrawn|rethink rethought rethought|rewrite rewrote rewritten|rid rid rid|spin spun spun|spit spat spat|undercut
undercut undercut|underlie underlay underlain|upset upset upset|weep wept wept|bid bade bidden
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
