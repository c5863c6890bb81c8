"""Common English verbs and their forms; many are nouns as well, which only their neighbours tell."""

from argmap.source.english.lexicon import listed, phrases

_REGULAR = """
abandon abolish absorb abstain abuse accelerate accept accommodate accompany accord accumulate accuse ache
achieve acknowledge acquire act adapt add address adhere adjust admit adopt adorn advance advertise advise
advocate affect afford age aggravate agree aim alarm alienate align allocate allot allow alter amass amend
amount amuse announce annoy answer anticipate apologise apologize appeal appear apply appoint appreciate
apprehend approach approve approximate argue arouse arrange arrest arrive ascend ascertain ask aspire
assassinate assault assemble assent assert assess assign assimilate assist assume assure attach attack attain
attempt attend attract attribute audit augment authorise authorize avert avoid await back bake balance ban
bargain bark base beg behave believe belittle belong benefit betray bicker bite blackmail blame blend block blur
boast boil bombard boost borrow bother boycott brag brand breathe brew bribe broaden brush bump bundle bury
bustle buzz calculate call campaign cancel cap capitulate capture care carry cause caution cease cede celebrate
cement censor centralise centralize certify challenge change charge chase chat cheat check cheer cherish chop
circulate cite claim clarify clash clean clear climb clog close coax coerce coexist coincide collaborate
collapse collect collide colonise combat combine comfort command commemorate commence comment commit communicate
compare compel compensate compete compile complain complete comply compound comprehend comprise compromise
conceal concede conceive concentrate concern conclude condemn condense condone conduct confer confess confide
confine confirm confiscate conform confront confuse congratulate connect conquer consent conserve consider
consist consolidate conspire constitute construct consult consume contain contemplate contend contest continue
contract contradict contrast contribute control convene converge converse convert convey convict convince cook
cooperate coordinate cope correct correspond corrupt cough counsel count counter cover crack crash crawl create
cripple criticise criticize cross crumble crush cry cultivate curb cure curtail damage dance dare date dawdle
debase debate decay deceive decentralise decentralize decide declare decline decouple decrease dedicate deduce
deem deepen default defeat defend defer define deflate defraud degrade delay delegate delete delight deliver
demand demolish demonstrate demoralise denounce deny depart depend depict deplete deplore deploy deport depose
depreciate depress deprive deregulate derive descend describe desert deserve designate desire despise destroy
detach detain detect deter deteriorate determine detest devalue devastate develop deviate devise devote diagnose
dictate die differ differentiate digest dilute diminish dine dip direct disable disagree disallow disappear
disappoint disarm disband discard discern discharge disclose discount discourage discover discriminate discuss
disguise disintegrate dislike dismantle dismiss dispatch displace display displease dispose disprove dispute
disregard disrupt dissent dissolve dissuade distinguish distort distract distribute distrust disturb divert
divide divorce document dominate donate double doubt downgrade draft drag drain dress drift drill drop drown dry
duplicate dwindle earn ease echo edit educate elaborate elect elevate eliminate embark embarrass embody embrace
emerge emphasise emphasize employ empower enable enact enclose encounter encourage end endanger endorse endow
endure energise enforce engage enjoy enlarge enlist enrich enrol enroll enslave ensure entail enter entertain
entice entitle entrust envisage envy equal equate equip erode erupt escalate escape establish estimate evade
evaluate evaporate evict evoke evolve exaggerate examine exasperate exceed excel exclude excuse execute exempt
exercise exert exhaust exhibit exile exist exonerate expand expect expel experience expire explain explode
exploit explore export expose express extend extinguish extract fabricate face facilitate fade fail falter fare
fashion fasten fathom favor favour fear feature fend fetch figure file fill filter finance fine finish fire fit
fix fizzle flatten flatter flinch float flock flood flounder flourish flow focus fold follow force forfeit forge
form formulate foster foul found frame free frighten frown fuel fulfil fulfill function fund furnish fuse gain
gamble gather gauge generate glance glow govern grant grasp graze greet grieve groom ground guarantee guard
guess guide hail halt halve hamper hand handle happen harden harm harness harvest hasten hatch hate haunt head
heal heap heat heave heed help herd hesitate hinder hinge hire hoard hoist honor honour hop hope host house hum
humiliate hurry identify idle ignite ignore illustrate imagine imitate impair impart impeach impede impel
imperil implement implicate implore imply import impose impress improve incite incline include inconvenience
incorporate increase incur indicate induce infect infer inflate inflict influence inform infringe infuriate
ingratiate inherit inhibit initiate inject injure insert insist inspect inspire install insulate insult insure
integrate intend intensify intercept interest interfere interpret intervene intimidate introduce intrude invade
invalidate invert invest investigate invite invoke involve irk isolate issue jam jeopardise jeopardize join
judge jump justify kick kill kiss knit knock knot label labour lack lag lament land lapse lash last laugh launch
leak lecture legalise legalize legislate legitimate lessen level levy liberate license lick lift like limit line
linger link list listen litigate live load loan lobby lock look loom loosen loot lower lurk maintain manage
mandate manipulate manufacture map march mark marry mask master match matter mature measure mediate melt
memorise mend mention merge merit mess migrate mind minimise minimize mirror misbehave misjudge misrepresent
miss misuse mix moan mobilise mock model moderate modernise modify monitor motivate mount mourn move mow muddle
multiply murder muster nag name narrow nationalise nationalize need negate neglect negotiate nibble nod nominate
note notice nourish nudge nurse nurture obey object oblige observe obsess obstruct obtain occupy occur offend
offer offset omit ooze open operate oppose oppress order organise organize orient originate oust outlast outlaw
outlive outnumber outrage outstrip outvote outweigh overcharge overcrowd overestimate overflow overhaul overlap
overlook overrule overstate overturn overwhelm owe own pack paint pander panic parade pardon park participate
pass pat patch patrol patronise peak peck peel penalise penalize penetrate perceive perform perish permit
perpetuate persecute persist persuade perturb petition phase photograph pick pile pinch pioneer pitch placate
place plague plan plant play plead please pledge plod plough plunder plunge point poison police poll pollute
ponder pose possess postpone postulate pounce pound pour practice practise praise pray preach precede preclude
predict predominate prefer preoccupy prepare presage prescribe present preserve preside press presume presuppose
pretend prevail prevent prey price privatise privatize probe proceed process proclaim procrastinate procure
produce profit progress prohibit project proliferate prolong promise promote prompt pronounce propagate propel
propose prosecute prosper protect protest protract provide provoke prune publicise publish pull pump punish
purchase purr pursue push quake qualify quarantine quarrel quarry quell question quicken quiver quote radiate
raid rain raise rally ramble range rank rant ration rationalise rattle ravage ravel reach react readjust
reaffirm realign realise realize reap reappear reassure rebel rebuke recall recede receive reckon reclaim
recognise recognize recommence recommend recompense reconcile reconsider reconstruct record recoup recover
recreate recruit rectify recur recycle redeem redefine redirect redistribute redouble redress reduce refer
refinance refine reflect reform refrain refund refurbish refuse refute regain regard register regret regulate
rehearse reign reimburse reimpose rein reinforce reinstate reiterate reject rejoice relapse relate relax relay
release relegate relent relieve relinquish relish relocate rely remain remedy remember remind reminisce remit
remove render renegotiate renew renounce rent reopen reorganise repair repeal repeat repel replace replenish
replicate reply report represent reprimand reproach reproduce repudiate require reschedule rescind rescue
resemble resent reserve resettle reshape reside resign resist resolve resort respect respond rest restart
restore restrain restrict result resume resurface resurrect retain retaliate retard retire retract retrain
retreat retrieve return reunite revamp reveal revel revere reverse revert review revise revitalise revive revoke
revolt reward reword rip ripen risk rival roam roar rob rock roll rot round rove rub ruin rule rummage rush
rustle sabotage sack sacrifice saddle sanction satisfy saturate save scamper scan scare scatter scold score
scorn scramble scrap scrape scratch screen scrutinise scrutinize seal search secure seem seize select sense
sentence separate serve settle shame shape share sharpen shatter shelter shelve shield shift ship shiver shock
shop shorten shout shove showcase shrug shuffle shun sicken side sigh sign signal silence simplify simulate
skate skew skimp skip slacken slap slash slice slip slow slump smash smell smile smoke smooth smuggle snap
snatch soar soften solve soothe sort sound sow span spare spark specify sponsor sprawl sprout spur spurn
squander squeeze stab stabilise stagnate stain stall stamp stare starve state stay steady steer stem step stifle
stigmatise stimulate stir stockpile stoop stop store straighten strain strand stray streamline strengthen stress
stretch strip stroll structure struggle study stumble stun subdue subject submit subscribe subside subsidise
subsidize substantiate substitute subtract subvert succeed sue suffer suffice suggest suit sulk summon supersede
supervise supplant supplement supply support suppose suppress surface surge surpass surprise surrender surround
survive suspect suspend sustain swallow swap sway swell swerve switch symbolise sympathise tackle tailor taint
talk tally tamper target tarnish taste tax tease telephone tempt tend terminate test testify thank thaw thicken
thin thrash threaten thrive thwart tick tidy tie tighten tilt tinker tip tire toil tolerate top torment torture
total totter touch toughen tour tow trace track trade trail train tramp transact transcend transfer transform
transgress translate transmit trap travel treat tremble trigger trim trip triple triumph trouble trumpet trust
try tug tumble tune turn twist unblock uncover underestimate underfund underline undermine underpin understate
undervalue unearth unfold unify unite unleash unlock unravel unveil update uproot urge use usher usurp utilise
utilize vacate validate value vanish vary veer venture vest vet veto vie view vilify vindicate violate visit
voice volunteer vote vow wait walk wander wane want warn warrant wash waste watch waver weaken weather weed
weigh welcome whisper widen wield wilt wink wipe wish wither witness wonder work worry worsen wound wrap wreck
wrestle yearn yell yield zone
"""

_IRREGULAR = phrases(
    """
    arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, begin began
    begun, bend bent bent, bet bet bet, bid bade bidden, bind bound bound, bleed bled bled, blow blew blown, break
    broke broken, breed bred bred, bring brought brought, build built built, burn burnt burnt, burst burst burst,
    buy bought bought, cast cast cast, catch caught caught, choose chose chosen, cling clung clung, come came come,
    cost cost cost, creep crept crept, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn,
    dream dreamt dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel
    felt felt, fight fought fought, find found found, flee fled fled, fly flew flown, forbid forbade forbidden,
    forecast forecast forecast, foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, forgo
    forwent forgone, forsake forsook forsaken, freeze froze frozen, get got got, give gave given, go went gone,
    grind ground ground, grow grew grown, hang hung hung, hear heard heard, hide hid hidden, hit hit hit, hold held
    held, hurt hurt hurt, keep kept kept, kneel knelt knelt, know knew known, lay laid laid, lead led led, lean
    leant leant, leap leapt leapt, learn learnt learnt, leave left left, lend lent lent, let let let, lie lay lain,
    lose lost lost, make made made, mean meant meant, meet met met, mislead misled misled, misread misread misread,
    mistake mistook mistaken, outgrow outgrew outgrown, overcome overcame overcome, overpay overpaid overpaid,
    override overrode overridden, overrun overran overrun, oversee oversaw overseen, overspend overspent overspent,
    overtake overtook overtaken, overthrow overthrew overthrown, pay paid paid, prove proved proven, put put put,
    quit quit quit, read read read, rebuild rebuilt rebuilt, redraw redrew redrawn, repay repaid repaid, rethink
    rethought rethought, rewrite rewrote rewritten, rid rid rid, ride rode ridden, ring rang rung, rise rose risen,
    run ran run, say said said, see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake
    shook shaken, shed shed shed, shine shone shone, shoot shot shot, show showed shown, shrink shrank shrunk, shut
    shut shut, sink sank sunk, sit sat sat, sleep slept slept, slide slid slid, speak spoke spoken, spell spelt
    spelt, spend spent spent, spill spilt spilt, spin spun spun, spit spat spat, split split split, spoil spoilt
    spoilt, spread spread spread, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck stuck,
    strike struck struck, strive strove striven, swear swore sworn, sweep swept swept, swim swam swum, swing swung
    swung, take took taken, teach taught taught, tear tore torn, tell told told, think thought thought, throw threw
    thrown, undercut undercut undercut, undergo underwent undergone, underlie underlay underlain, understand
    understood understood, undertake undertook undertaken, undo undid undone, uphold upheld upheld, upset upset
    upset, wear wore worn, weep wept wept, win won won, wind wound wound, withdraw withdrew withdrawn, withhold
    withheld withheld, withstand withstood withstood, write wrote written
    """
)


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


BASES = listed(_REGULAR) | {base for base, _, _ in _IRREGULAR}
"""As they follow I or they."""

THIRDS = frozenset(_third(base) for base in BASES)
"""As they follow it."""

PASTS = frozenset(past for _, past, _ in _IRREGULAR)
"""The irregular pasts; the regular ones end in -ed."""

PARTICIPLES = frozenset(participle for _, _, participle in _IRREGULAR)
"""The irregular past participles; the regular ones end in -ed."""

REPORTING = listed(
    "say says said think thinks thought believe believes believed argue argues argued claim claims claimed insist "
    "insists insisted warn warns warned know knows knew suspect suspects suspected mean means meant suggest "
    "suggests suggested admit admits admitted concede concedes conceded hold holds held maintain maintains "
    "maintained note notes noted add adds added reply replies replied predict predicts predicted fear fears "
    "feared hope hopes hoped show shows showed conclude concludes concluded assume assumes assumed suppose "
    "supposes supposed tell tells told agree agrees agreed doubt doubts doubted imagine imagines"
)
"""Verbs, in the forms that have a tense, whose object is a clause that somebody says or thinks."""
