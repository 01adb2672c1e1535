"""Emergencies and self-harm in English, with high recall: who, what is happening, and what makes it not a crisis.

Signs follow what poison centres and overdose programmes name (content/notices/en.yaml lists the sources).
"""

from __future__ import annotations

import re

from app.guard.rules.patterns import any_of


def _compiled(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_ME = r"\b(?:i|im|ive|me|my|myself|we|us|our)\b"
_OTHER = any_of(
    r"he | hes | she | shes | they | theyre | him | her | them | his | their | someone | somebody | this (?:guy|girl|man|woman|person|dude|kid) | "
    r"friend | friends | bestie | buddy | mate | husband | wife | hubby | partner | boyfriend | girlfriend | bf | gf | fiance\w* | spouse | son | sons | daughter | "
    r"daughters | kid | kids | child | toddler | baby | infant | newborn | mom | mum | mother | dad | father | brother | sister | sis | bro | roommate | "
    r"roomie | flatmate | cousin | uncle | aunt | grandma | grandpa | grandmother | grandfather | nephew | niece | grandson | granddaughter | neighbou?r | coworker | "
    r"colleague | customer | patient | client | student | stranger | dog | cat | puppy | kitten | pup | pet | dude | guy | boy | girl | teen | teenager | ex | "
    r"grandchild | stepson | stepdaughter | stepdad | twins?"
)
_VULNERABLE = any_of(
    r"toddler | baby | infant | newborn | child | kid | kids | children | son | daughter | grandson | granddaughter | grandchild | nephew | niece | stepson | stepdaughter | "
    r"dog | cat | puppy | kitten | pup | pet | labrador | lab | beagle | chihuahua | rabbit | hamster | parrot | ferret | poodle | terrier | bulldog | twins? | "
    r"kiddo | little (?:one|boy|girl|brother|sister) | boy | girl | preschooler | kindergart\w+ | "
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:years?|yrs?|months?|mos?)[ -]?olds? | \d{1,2} ?(?:yo|y/o|mo)"
)
_SWALLOWED = any_of(
    r"swallowed | ate | eaten | eating | got into | gotten into | getting into | drank | drunk | ingested | chewed | chewing | licked | chugged | "
    r"took | taken | had some of | got hold of | got ahold of | found and | grabbed | put [\w ]{1,40} in (?:his|her|their|its) mouth | gulped | "
    r"munched | consumed | devoured | snacked | downed | sipped | got a hold of | finished off | opened (?:my|the) | into my | swallows | swallow | just eat"
)
_BREATHING = (
    r"\b(?:not|isnt|isn t|stopped|stops|barely|hardly|quit|aint|wasnt|cant|cannot|can not|not really|no longer|struggling to|hard to|difficulty|trouble|unable to|fighting to|labou?red|couldnt|keeps? (?:not|stopping)) (?:\w+ )?breath\w*",
    r"\bbreath\w*\b[^.?!]{0,20}\b(?:slow\w*|shallow|weird\w*|stopp\w*|stops|funny|strange\w*|labou?red|ragged|irregular\w*|weak\w*|barely|difficult|hard|noisy|gurgl\w*|snor\w*|pauses?|every \d+|few)\b",
    r"\b(?:slow|shallow|weird|labou?red|irregular|noisy|ragged|strange|barely any|agonal) breath\w*",
    r"\bshort(?:ness)? of breath\b",
    r"\b(?:no|weak|faint|cant (?:find|feel) (?:a|his|her|their)) (?:pulse|heartbeat)\b",
    r"\b(?:gasping|gurgling|choking|death rattle|suffocating|wheezing|chok(?:e|es|ed) on)\b",
    r"\b(?:turn\w*|going|gone|went|looks?|looking|getting|is|are|were) (?:all |a bit |kind of |so |really |very )?(?:blue|bluish|purple|grey|gray|ashen|pale and)\b",
    r"\b(?:he|she|hes|shes|they|still|all|lips) (?:is |are )?(?:still )?(?:blue|purple|grey|gray)\b",
    r"\b(?:pulse|heartbeat)\b[^.?!]{0,15}\b(?:weak|faint|slow|gone|barely)\b|\bcold and clammy\b|\bskin is (?:\w+ )?(?:cold|clammy|blue|grey|gray)\b",
    r"\b(?:blue|purple|grey|gray|bluish) (?:lips|face|fingers?|fingernails|nails|skin|mouth)\b",
    r"\b(?:lips|face|fingers?|fingertips|nails|skin|mouth)\b[^.?!]{0,15}\b(?:blue|purple|grey|gray|bluish)\b",
)
_UNRESPONSIVE = (
    r"\b(?:unconscious|unresponsive|nonresponsive|non responsive|comatose|lifeless|in a coma|out cold|blacked out|blacking out|knocked out|limp|floppy)\b",
    r"\b(?:wont|cant|cannot|can not|not|isnt|couldnt|doesnt|unable to|wouldnt|hard to|impossible to|barely|didnt|never|aint) (?:\w+ ){0,3}?(?:wak\w*|woke|awake|rous\w*|respond\w*|stay awake|conscious)\b",
    r"\b(?:stopped (?:responding|answering|moving|talking)|no response|not (?:moving|responding|answering|moving))\b",
    r"\b(?:pass(?:ed|ing|es)? out|collaps\w+|faint(?:ed|ing)|fell (?:over|down) and|dropped to the floor|keel\w* over|slump\w*)\b",
    r"\b(?:nodding (?:off|out)|nods off|in and out of (?:it|consciousness)|losing consciousness|lost consciousness|eyes (?:rolled|rolling)|pinpoint pupils|on the (?:floor|bathroom floor|ground))\b",
    r"\b(?:sleeping|asleep|out|been out)\b[^.?!]{0,30}\b(?:wont|cant|not waking|for \d+ hours)\b",
)
_SEIZURE = (
    r"\b(?:having|had|has|having had|is having|just had|another|think\w* .{0,15}|went into|in) (?:a |an |his |her |\w+ )?(?:seizures?|fits?\b|convulsions?)\b",
    r"\b(?:seizing|convulsing|started seizing|shaking (?:violently|uncontrollably|all over)|foaming|jerking (?:violently|uncontrollably|all over)|whole body (?:is )?(?:shaking|jerking))\b",
    r"^seizure|\bseizures?\b.{0,40}\b(?:what now|help|what do i do)\b|\b(?:took|taking|after)\b[^.?!]{0,40}\b(?:had|having|has|is having) (?:a )?seizures?\b",
    r"\b(?:twitch\w*|jerk\w*|shak\w*|convuls\w*)\b[^.?!]{0,20}\b(?:all over|uncontrollabl[ey]|violently|on the floor|wont stop)\b",
    r"\bseizures?\b[^.?!]{0,25}\b(?:right now|wont stop|just now|minutes ago|tonight|this morning|happening|on the floor)\b",
)
_HEART = (
    r"\b(?:chest (?:pain\w*|hurts|is tight|feels? tight|tight\w*|pressure|is killing|is burning|is pounding|feels like)|tight chest|pain in (?:my|his|her|the) chest|crushing|heart attack|cardiac arrest)\b",
    r"\b(?:my|his|her) chest (?:\w+ )?(?:hurts?|aches|pain\w*|tight|pounding)\b",
    r"\b(?:heart|pulse|heartbeat)\b[^.?!]{0,25}\b(?:racing|pounding|out of (?:my|his|her)|stopp\w*|skipping|wont (?:slow|calm)|irregular|going crazy|beating (?:so|too|really|very) fast|1[3-9]\d|2\d\d|fluttering|exploding)\b",
    r"\b(?:racing|pounding) heart\b",
    r"\bstroke\b|\bface (?:is )?droop\w*|\bslurr\w+\b",
)
_OVERDOSE = (
    r"\b(?:is|are|was|were|am|im|hes|shes|theyre|be|might be|may be|think\w*|i am|are you) (?:\w+ )?(?:overdosing|o\.?d\.?ing|od ing|oding)\b",
    r"\b(?:has|have|he|she|they|just|think i|i|ive|hes|shes|friend|husband|wife|brother|sister|son|daughter|mom|dad|bf|gf|someone|might have|may have|accidentally|probably) (?:just |have |has |probably |accidentally |might have |think )*(?:overdosed|od'?d|odd|od)\b(?! (?:out|one|thing|question|feeling|way|taste|to))",
    r"\b(?:having|had|this is|its|is this|is it|possible|suspected) (?:an? )?(?:overdose|od)\b(?![^.?!]{0,20}\b(?:death|statistics|common|possible))",
    r"\b(?:oding|overdosing) (?:at|in|on|right|now|help)\b",
    r"\b\d{1,3} (?:\w+ )?(?:capsules?|caps|pills?|tablets?|gumm\w+|shots?|grams?|g)\b[^?]{0,40}\b(?:he|she|they|brother|sister|friend|son|daughter|husband|wife|mom|dad|kid|roommate|boyfriend|girlfriend) (?:just |already )*(?:took|ate|swallowed|had|drank)\b",
    r"\b(?:took|taken|had|drank|ate|did|used|swallowed|taking|consumed|ingested|gave (?:him|her|them)|given|gone|went|had) (?:\w+ ){0,2}?(?:way |far |much )?(?:too|2|to) (?:much|many)\b",
    r"\b(?:took|swallowed|ate|drank|downed|chugged|had) (?:the |a |an |my |her |his |this )?(?:whole|entire|all (?:of )?(?:my|the|his|her|of)|full|double|triple|handful|fistful|bunch of|ton of|huge|massive|all) ?(?:\w+ ){0,3}(?:bottle|bag|pack\w*|jar|pills|capsules|it|gummies|shots?|of it|supply|kratom|powder|handful|amount|dose|tablets|extract)?\b",
    r"\baccidentally (?:took|swallowed|ate|drank|double|doubled|had|gave|inhaled|used|ingested|overdid)",
    r"\b(?:poisoned|i think (?:i|he|she|theyve|ive) (?:poisoned|been poisoned)|serotonin syndrome (?:right now|happening))\b",
)
_UNWELL = any_of(
    r"feel(?:ing|s)? (?:\w+ ){0,3}?(?:weird | sick | bad | awful | terrible | horrible | strange | funny | off | dizzy | faint | like (?:im |i am |shit|crap|death|passing|dying) | wrong | numb | odd | "
    r"unwell | ill | lightheaded | not right | really bad | hot | cold) | throwing up | threw up | vomiting | vomited | puking | puked | "
    r"shaking | sweating | dizzy | confused | disoriented | hallucinating | cant (?:stop|move|stand|walk|see|feel|talk|speak|stay awake|think straight|keep) | very sleepy | "
    r"really sleepy | super sleepy | so sleepy | drowsy | not making sense | acting (?:weird|strange|funny|odd) | twitching | seeing things | having a panic | panicking | freaking out | "
    r"nauseous | nausea | sick | going to be ok | be ok(?:ay)? | be alright | am i dying | will i die | going to die | what (?:do|should|can) (?:i|we) do | "
    r"should (?:i|we) (?:go|call|get help) | do i (?:need|go|call|have to) | is (?:he|she|it|that|this) (?:ok|going to|dangerous|an emergency|serious) | emergency | er | 911 | hospital | vision | "
    r"wobbly | stumbling | collapsing | unsteady | staggering | drooling | lethargic | crying | out of it | not acting | swelling | hives | burning up | fever | "
    r"going in and out | zoned out | cant feel (?:my|his|her|their) | tingling | paranoid | blood | scared (?:ill|i will|im going to|i might) die"
)
_STRONG_UNWELL = (
    r"\b(?:throat|tongue|face|lips) (?:is |are )?(?:closing|swelling|swollen|swelling up)\b",
    r"\b(?:throwing up|vomiting|puking|coughing|pooping|peeing) (?:up )?blood\b|\bblood in (?:my|his|her) (?:vomit|puke)\b",
    r"\b(?:am i|im|i am|i think im|i feel like im|is (?:he|she)|hes|shes|think (?:he|she) is|feels? like (?:im|he is|she is)) (?:going to )?(?:dying|die)\b(?! (?:to|for|of (?:laughter|boredom|curiosity|embarrassment)|my hair|laughing))",
    r"\bcant stop (?:throwing up|vomiting|puking|shaking|twitching|sweating|seizing)\b",
    r"\b(?:call|calling|need|get) (?:an )?(?:ambulance|911|999|112|000|paramedics|emergency)\b(?=.{0,60}(?:\?|now|quick|help|$))",
    r"\b(?:narcan|naloxone)\b[^.?!]{0,30}\b(?:gave|given|now|right now|didnt work|isnt working|not working|should i give)\b|\b(?:gave|give|given) (?:him|her|them|my \w+) (?:narcan|naloxone)\b",
    r"\b(?:cpr|rescue breath\w*|chest compressions|recovery position)\b(?=.{0,80}(?:\?|now|$))",
)
_TOOK = any_of(
    r"took | taken | taking | mixed | had | drank | ate | swallowed | did | used | combined | on | popped | after | downed | chugged | snorted | smoked | injected | since"
)
_DEPRESSANT = any_of(
    r"xanax | alprazolam | benzos? | valium | diazepam | klonopin | clonazepam | ativan | lorazepam | alcohol | vodka | whiske?y | beers? | wine | drunk | drinking | drinks | liquor | "
    r"oxy\w* | percocet | hydrocodone | vicodin | morphine | heroin | fentanyl | methadone | suboxone | tramadol | codeine | opioids? | sleeping pills? | "
    r"ambien | zolpidem | phenibut | ghb | gabapentin | lyrica | pregabalin | soma | carisoprodol | tianeptine | ketamine | barbiturates? | bars | lean | downers | lunesta | seroquel | temazepam"
)

_GENERAL = _compiled(
    r"^(?:so |and |ok |hey |hi |hello |please |pls |um |question |just curious |curious |quick question |also )*[,:]? ?(?:"
    r"can (?:you|kratom|7oh|it|someone|a person|people|one|they|mixing|taking|too much|mitragynine|this|the|kids|dogs|cats|babies|withdrawal|an?|drinking|overdosing|high|alcohol|narcan|naloxone) |"
    r"could (?:kratom|7oh|it|someone|a person|mixing|taking|mitragynine) |does (?:kratom|7oh|it|mitragynine|mixing|taking|naloxone|narcan|withdrawal|this|the|anyone|a|long|regular) |"
    r"do (?:people|kratom|any|most|these|many|studies|opioids|doctors|you) |is (?:there|kratom|7oh|it (?:possible|true|common|dangerous|safe|normal|risky)(?! (?:that|for|if) (?:he|she|my|i|they|hes|shes))|an overdose|a |overdos\w+|chest pain|mitragynine|respiratory|naloxone|narcan|mixing|breathing|seizure) |"
    r"are (?:there|seizures|overdoses|kratom|kids|children|people|dogs|pets) |has (?:anyone|there|kratom|anybody|a|any) |have (?:there|people|any) |did (?:the|kratom|anyone|any) |"
    r"(?:what|which|whats) (?:are|is|does|do|kind|causes?|happens|would happen|percent\w*|symptoms|signs|did|evidence|counts|risk|studies|was|were|makes?|drugs?|dangers?|can (?:happen|cause)|about the risk|substances|should (?:i|you|people|someone|we|a \w+) (?:do|know|look)[^.?!]{0,12}(?:if|when|in case|about)) |"
    r"what (?:to do|should (?:i|you|we) do) (?:if|when|in case) |"
    r"how (?:does|do|common|likely|many|often|is|are|dangerous|would (?:i|you|someone) (?:know|recognize|tell)|can (?:i|you|one) (?:tell|know|recognize)|to (?:tell|know|recognize|spot|prevent)|long|much|could|did|risky|serious|rare|come|should (?:you|people|someone)) |"
    r"why (?:do|does|did|is|are|would|can) |explain |define |describe |tell me about |list |when (?:should|do|does|is|would) (?:i|you|someone|people|it|one|a) |who |where |signs of |symptoms of |definition |difference between |was (?:it|there|the) |were |would (?:kratom|it|naloxone|narcan|someone)|if (?:someone|somebody|a person|a child|a kid|my \w+ ever|anyone|you|i ever|one|a dog))",
)
_FRAMED = _compiled(
    r"\b(?:article|news|headline|documentary|podcast|lawsuit|reported|case reports?|statistics|movie|film|song|lyrics|novel|story|essay|homework|assignment|for (?:a |my )?(?:class|paper|report|presentation|thesis|school)|textbook|study|studies|research\w*|coroner|autopsy|medical examiner|obituary|court|in the (?:us|uk|study|trial)|on tv|i read|read that|i heard|heard that|saw (?:a|an|that|on)|according to|researchers|fda|dea|cdc|survey|data)\b",
    r"\b(?:hypothetical\w*|in theory|theoretically|what if (?:someone|a person|somebody|a child|a kid)|in general|generally|for (?:future )?reference|just in case|out of curiosity|in case (?:someone|anyone|of)|prove\w*|one guy|training|first[- ]aid course|how would (?:i|you|we) (?:know|recognize|tell)|warning signs|what (?:are|were) the (?:signs|symptoms)|could (?:have )?(?:cause|lead to)|(?:if|when) (?:someone|somebody|a person|people|a child|a kid|anyone|patients?))\b",
    r"\b(?:history of|years? ago|last (?:year|decade)|back in (?:19|20)\d\d|in (?:19|20)\d\d|months ago|as a (?:kid|child|teen)|when i was (?:a|young|younger|little|\d)|used to (?:have|get|be)|epilep\w*|prone to|seizure (?:disorder|meds?|medication|threshold|risk|history)|anti[- ]?seizure|family history|diagnosed|since childhood|long ago|recovered|survived|fine now|ok now|hes better|all good now|passed away|died|lost (?:my|his|her)|funeral|death of)\b",
    r"\b(?:dying to (?:know|try|see|ask)|killing (?:me|my) (?:back|wallet|budget|vibe|mood)?(?: lol| haha|[!.,]| with| to| not)|scared to death|bored to death|lol|lmao|haha|jk|just kidding|figuratively|nearly had a heart attack when|almost had a heart attack when|gave me a heart attack|to die for|drop dead gorgeous|heart skipped a beat when|customs seiz\w*|seized (?:by|the|a|\d)|seizure of|seizures of (?:kratom|product|shipment)\w*|product seizures?|dea seizures?|passed out (?:flyers|samples|leaflets|coupons)|cut(?:ting)? (?:back|down))\b",
    r"\b(?:worried (?:that )?(?:it|kratom) (?:could|might|may|can)|afraid (?:it|kratom) (?:could|might)|risk of|chance of|likel\w+ (?:to|of)|make (?:me|him|her) (?:more likely))\b",
)
_NOW = _compiled(
    r"\b(?:right now|just now|just|now|isnt|arent|cant|tonight|this morning|today|last night|yesterday|minutes? ago|min ago|mins ago|hours? ago|hrs? ago|an hour|currently|at the moment|still|suddenly|all of a sudden|please help|help me|help us|hurry|asap|started|keeps|wont|im|hes|shes|is|are|since)\b"
)

_SIGNS = _compiled(*_BREATHING, *_UNRESPONSIVE, *_SEIZURE, *_HEART, *_OVERDOSE, *_STRONG_UNWELL)
_PERSON = _compiled(_ME, rf"\b{_OTHER}\b")
_CHILD_ATE = _compiled(
    rf"\b{_VULNERABLE}\b[^.?!]{{0,60}}\b{_SWALLOWED}\b",
    rf"\b{_SWALLOWED}\b[^.?!]{{0,20}}\b(?:by|my) {_VULNERABLE}\b",
    rf"\b(?:gave|given|giving|fed|dosed) (?:my |the |a |our )?(?:\w+ )?{_VULNERABLE}\b[^.?!]{{0,40}}\b(?:kratom|7oh|gumm\w+|some|it|capsule|tea|by (?:mistake|accident))\b(?!.{{0,60}}\b(?:how much|dose)\b)",
    r"\bmine (?:just |has |have |already )*(?:ate|eaten|swallowed|drank|licked|chewed|got into)\b",
    rf"\b{_VULNERABLE}\b[^.?!]{{0,20}}\b(?:has|with|had|got)\b[^.?!]{{0,30}}\b(?:kratom|powder|gumm\w+|tea|capsule)\b[^.?!]{{0,20}}\b(?:on|in|around|all over) (?:his|her|its|their)\b",
    rf"\b{_VULNERABLE}\b[^.?!]{{0,30}}\b(?:in (?:his|her|its|their) mouth|drank|is (?:foaming|throwing|vomiting|drooling|wobbl\w+|letharg\w+|limp|very sleepy|so sleepy))\b",
)
_OWN_CHILD = _compiled(
    rf"\b(?:my|our|the|his|her|a friends?|sisters?|brothers?|neighbou?rs?|this|\d{{1,2}}|one|two|three|four|five|six|seven|eight|nine|ten|grand\w+|step\w+) ?(?:\w+ ){{0,2}}?-?{_VULNERABLE}\b",
    r"^(?:baby|toddler|child|kid|dog|cat|puppy|kitten|infant|\d)",
)
_UNWELL_AFTER = _compiled(
    rf"^(?:just |so )*(?:took|mixed|drank|had|tried|ate)\b.{{0,100}}\b(?:now|and) (?:i|im|my)\b.{{0,30}}\b(?:{_UNWELL}|jerking|sweating|itching all over|burning)\b",
    rf"\b(?:i|ive|he|she|they|we|friend|husband|wife|brother|sister|son|daughter|mom|dad|boyfriend|girlfriend|roommate|cousin|bf|gf)\b[^.?!]{{0,25}}\b(?:just )?(?:took|taken|ate|drank|swallowed|mixed|combined|popped|had|did|downed|chugged|used|doubled|snorted|smoked)\b.{{0,140}}\b{_UNWELL}\b",
    rf"\b{_UNWELL}\b.{{0,60}}\b(?:after|since|from|because of|and) (?:i )?(?:taking|took|drinking|drank|eating|having|mixing|mixed|using|kratom|7oh|swallowing|a (?:shot|gummy|dose)|my (?:kratom|dose)|the (?:shot|gummy|kratom|extract|tablets?|pills?)|trying|\d+ \w+)\b",
)
_FIRST_PERSON_EVENT = _compiled(
    r"\b(?:i|ive|im|he|she|they|hes|shes|my (?:\w+ )?(?:friend|husband|wife|brother|sister|son|daughter|mom|mum|dad|boyfriend|girlfriend|roommate|cousin|bf|gf|partner|mate|buddy|uncle|aunt|neighbor))\b"
)
_ACUTE = _compiled(
    r"\b(?:just|now|right now|tonight|this morning|today|an hour|minutes?|mins?|hours?|hrs?|last night|help|911|er|emergency|hospital|ambulance|dying|die|will i be|am i going|be ok|be okay|be alright|gonna be|going to be|scared|freaking|panicking|should (?:i|we) (?:call|go|worry|be worried)|what (?:do|should|can) (?:i|we) do|cant (?:stop|move|stand|walk|see|feel|talk|stay)|hallucinat\w+|vision|confused|collapsing|twitching|weird|strange|funny|not making sense|out of it|dizzy|already|faint|fading|drowsy|very sleepy|really sleepy|so sleepy|lethargic|limp|throwing up|vomiting|shaking|sweating|jerking|screaming|seeing things|numb)\b"
)
_MIXED_NOW = _compiled(
    rf"\b(?:i|ive|he|she|they|we|friend|husband|wife|brother|sister|son|daughter|mom|dad|boyfriend|girlfriend|roommate|bf|gf|buddy)\b[^?]{{0,40}}\b(?:just )?(?:took|taken|mixed|drank|had|ate|combined|popped|swallowed|did|used|accidentally)\b[^?]{{0,60}}\b(?:kratom|7oh)\b[^?]{{0,60}}\b{_DEPRESSANT}\b",
    rf"\b(?:i|ive|he|she|they|we|friend|husband|wife|brother|sister|son|daughter|mom|dad|boyfriend|girlfriend|roommate|bf|gf|buddy)\b[^?]{{0,40}}\b(?:just )?(?:took|taken|mixed|drank|had|ate|combined|popped|swallowed|did|used|accidentally)\b[^?]{{0,60}}\b{_DEPRESSANT}\b[^?]{{0,60}}\b(?:kratom|7oh)\b",
)
_WORRIED = _compiled(
    r"\b(?:just|tonight|last night|earlier|an hour|hours? ago|minutes? ago|this (?:morning|evening|afternoon)|today|already|accidentally|without (?:thinking|knowing|realizing)|by (?:accident|mistake)|forgot)\b",
    r"\b(?:will i|am i|will (?:he|she|they)|is (?:he|she)|are they|will this|could this|should i (?:be|go|call|throw up|make|worry|stay)|going to be|gonna be|be ok|be okay|be alright|be fine|what (?:do|should|now)|do i need|fading|slipping|going under|out of it|faint|weak|numb|cant stay|nodding|sleepy|drowsy|dizzy|scared|worried|feel\w*)\b",
)
_HABIT = _compiled(
    r"\b(?:every ?day|daily|regularly|for (?:\d+|two|three|four|five|several|many|a few|a couple) (?:years?|months?|weeks?)|usually|normally|often|sometimes|each (?:day|morning|night)|has been (?:taking|using)|have been (?:taking|using)|prescribed|takes|always|once (?:a|had)|used to)\b"
)
_BIG_AMOUNT = _compiled(
    r"\b(?:just |accidentally |already |stupidly |i )(?:took|ate|swallowed|drank|had|did|downed|popped) (?:like |about |around |maybe |almost |over |nearly )?(?:[1-9]\d{1,2}|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|a (?:ton|lot|bunch|handful)|double|triple|twice|way more)\b[^?]{0,60}\b(?:be ok|be okay|be alright|be fine|am i|will i|going to|should i|what do|what should|dangerous|die|hospital|er|worried|scared|help|overdose|too much|too many)\b"
)

_WANT_TO_DIE = _compiled(
    r"\b(?:kill|killing|off|hang|hanging|shoot|drown|drowning|hurt|hurting|harm|harming|cut|cutting|end|poison|kil) (?:my ?self|me tonight)\b",
    r"\b(?:kms|unalive|unaliving|sewer ?slide|self[ -]?harm(?:ing|ed)?)\b",
    r"\b(?:end|ending|take|taking|took) (?:my (?:own )?life|it all|everything tonight)\b",
    r"\b(?:want|wanna|wanting|wants|ready|decided|plan|planning|hope|wish|wished|like|prefer|rather|need|trying|tried|thinking (?:about|of)) (?:\w+ ){0,3}?(?:to )?(?:die|be dead|was dead|were dead|not (?:exist|wake up|be here|be alive|live)|never wake up|disappear forever|end it|end things|sleep forever|stop existing|go to sleep and (?:not|never)|fall asleep and (?:not|never))\b",
    r"\b(?:im|i am|been|feeling|feel|she is|he is|hes|shes|am|are|so|getting|really|actively|passively|became|becoming|is|was|am i) (?:\w+ ){0,2}?(?:suicidal)\b",
    r"\b(?:suicidal (?:thoughts?|right now|and|again|tonight|ideation|plan)|thoughts of (?:suicide|ending|dying|killing)|commit(?:ting|ted)? suicide|suicide (?:note|plan|attempt|tonight|with|by)|attempt(?:ed|ing)? suicide|thinking (?:of|about) suicide|considering suicide)\b",
    r"\b(?:dont|do not|didnt|no longer|cant|cannot|not) (?:\w+ ){0,2}?(?:want to|wanna|wish to|feel like|bear to|stand to)? ?(?:live|living|be here|be alive|exist|existing|wake up|see tomorrow|go on|keep going|do this|take (?:it|this)|be around|carry on)(?: (?:any ?more|anymore|like this|any longer|in the morning|tomorrow|with this pain))?\b(?=[^.?!]{0,30}(?:any ?more|anymore|longer|tomorrow|like this|$|[.!,]| and))",
    r"\b(?:better off (?:dead|without me)|no (?:reason|point) (?:to|in|of) (?:live|living|going on|being (?:here|alive)|life)|nothing (?:left )?to live for|tired of (?:living|life|being alive|existing)|done with (?:life|living|everything)|give up on life|i (?:never|dont|do not|wont) wake up|life (?:has|holds) no (?:point|meaning|purpose)|life (?:isnt|is not|aint) worth|worth living|say(?:ing)? goodbye (?:to everyone|forever)|goodbye (?:letter|note)s?|final goodbye|affairs in order|last night on earth|wont be (?:here|around) (?:tomorrow|much longer|anymore|next week)|not be (?:here|around) (?:tomorrow|anymore))\b",
    r"\b(?:overdose|od|poison) (?:\w+ )?(?:myself|on purpose|intentionally|deliberately)\b",
    r"\b(?:on purpose|intentionally|deliberately) (?:\w+ )?(?:overdos\w+|took|od\b|swallowed|hurt\w*)\b",
    r"\b(?:took|swallowed|taken|overdosed)\b[^.?!]{0,40}\b(?:on purpose|intentionally|to die|to end it|to kill)\b",
    r"\b(?:how (?:much|many)|what (?:amount|dose)|enough|would it take|does it take)\b[^.?!]{0,60}\b(?:to (?:die|end (?:it|my|things)|kill (?:me|myself)|never wake|not wake|go peacefully|fall asleep forever|stop (?:my heart|breathing))|kill me\b|would end me|and not wake up|for me to die|die peacefully|painless\w*|end my)",
    r"\b(?:which|what)\b[^.?!]{0,40}\b(?:most likely to|guaranteed to|surest way to|would definitely|will definitely) kill me\b",
    r"\b(?:shoot|hang|hurt|kill|harm|cut|cutting|hurting|harming|shooting|hanging) (?:him|her|them)sel\w+\b",
    r"\bnothing left for me\b|\bthink\w* (?:about|of) (?:my (?:own )?death|death|dying|overdosing|suicide|killing)\b|\bleft (?:a|me a|us a) (?:goodbye |suicide )?note\b",
    r"\b(?:i|she|he) took everything\b|\bsaving (?:up )?(?:my |the )?(?:pills|meds|tablets)\b|\b(?:notice|care|miss me) if i (?:died|was gone|were gone|disappeared|wasnt here)\b",
    r"\b(?:see|is|what(?:s| is)) (?:the |any |no )?point (?:of|in) (?:anything|it all|living|life|going on|trying)\b|\bdont see (?:the|a|any) point\b|\bdie peacefully\b",
    r"\b(?:painless|peaceful|easy|quick|quiet) (?:way (?:to (?:die|go|end)|out)|death|exit)\b",
    r"\b(?:goodbye|last message|final message)\b[^.?!]{0,40}\b(?:everyone|world|pills|kratom|took)\b",
    r"\b(?:want|going|need) to (?:hurt|cut|harm|burn|punish) (?:my ?self|my (?:arms?|wrists?|legs?))\b|\b(?:cut|cutting) (?:my|her|his) (?:wrists?|arms?|thighs?)\b",
    r"\b(?:she|he|friend|son|daughter|brother|sister|husband|wife|they|girlfriend|boyfriend|mom|dad|roommate)\b[^.?!]{0,30}\b(?:says?|said|texted|told|saying|threaten\w*|talks?|talking|keeps saying|posted|wants?|going|tried|trying|is|wrote)\b[^.?!]{0,30}\b(?:kill (?:him|her|them)sel\w+|suicid\w+|end (?:his|her|their) life|want to die|wants to die|dont want to live|doesnt want to live|hurt (?:him|her|them)sel\w+|end it all|wants? to end it|suicide note|going to end it)\b",
    r"\b(?:everyone|they|family|kids|world|people)(?:d| would| will)? be (?:better|happier) (?:off )?without me\b",
    r"\bi (?:just )?(?:want|need) (?:it|the pain|everything|this) (?:all )?to (?:stop|end|be over) (?:forever|for good|permanently)\b",
    r"\b(?:no way out|only way out|see no future|cant see a future|life is over)\b(?=.{0,60}(?:\?|$|\.))",
)
_SELF_HARM_GENERAL = _compiled(
    r"\b(?:does|can|could|did|do|is there|are there|is|has|whether|would|may|might) (?:\w+ ){0,3}?(?:kratom|7oh|it|withdrawal|quitting|stopping|mitragynine|evidence|link|studies|research|a link|any)\b[^.?!]{0,60}\b(?:suicid\w*|self[ -]?harm\w*)",
    r"\b(?:suicide|suicidal|self[ -]?harm)\b[^.?!]{0,30}\b(?:rates?|statistics|risk (?:in|among|of)|prevention (?:day|month|research)|deaths (?:in|among|involving|reported)|reported|cases|studies|study|data|link(?:ed)? to|side effect|black box|warning|squad|research|survey)\b",
    r"\b(?:study|studies|article|news|research|data|survey|reports?|paper|poison)\b[^.?!]{0,50}\b(?:suicid\w*|self[ -]?harm\w*)",
    r"\b(?:years? ago|in the past|when i was (?:a teen|younger|\d)|used to be|history of|long ago|survivor|recovered|past)\b[^?]{0,60}\b(?:suicid\w*|self[ -]?harm\w*)(?!.{0,60}\b(?:again|now|today|lately|tonight|right now)\b)",
    r"\b(?:suicid\w*|self[ -]?harm\w*)\b[^?]{0,50}\b(?:years? ago|in the past|when i was (?:a teen|younger)|long ago|fine now|ok now)\b",
    r"\b(?:kill|killing) (?:my|the|your) (?:pain|vibe|time|mood|buzz|appetite|cravings?)\b",
    r"\bkilling it\b|\bkill for a\b|\bsuicide (?:squad|door)",
)
_FIRST_NOW = _compiled(
    r"\b(?:i|im|ive|me|myself)\b[^.?!]{0,30}\b(?:want|going|plan|feel|feeling|am|thinking|cant|dont|having|tonight|now|need|tried)\b"
)


def emergency(text: str) -> str | None:
    """Return the rule that sees an emergency in a text in normal form, or None."""
    framed = bool(_FRAMED.search(text)) and not _REAL.search(text)
    general = bool(_GENERAL.search(text))
    if (
        _CHILD_ATE.search(text)
        and (_OWN_CHILD.search(text) or " mine " in text)
        and not (general and not _later_event(text))
        and not _hypothetical(text)
    ):
        return "crisis.child-or-pet"
    if _SIGNS.search(text) and _PERSON.search(text):
        if not framed and not general:
            return "crisis.signs"
        if general and not framed and _later_event(text):
            return "crisis.signs-told"
    if _SIGNS.search(text) and _AFTER.search(text) and not (framed or general):
        return "crisis.signs"
    if framed and not _FIRST_PERSON_EVENT.search(text):
        return None
    if _BIG_AMOUNT.search(text) and not framed:
        return "crisis.large-amount"
    if (
        _MIXED_NOW.search(text)
        and not _FUTURE.search(text)
        and _WORRIED.search(text)
        and not _HABIT.search(text)
        and not framed
        and not general
    ):
        return "crisis.mixed"
    if _UNWELL_AFTER.search(text) and _ACUTE.search(text) and not (framed or general or _HABIT.search(text)):
        return "crisis.unwell"
    return None


def self_harm(text: str) -> str | None:
    """Return the rule that sees thoughts of suicide or self-harm in a text in normal form, or None."""
    if not _WANT_TO_DIE.search(text):
        return None
    if _SELF_HARM_GENERAL.search(text) and not _strong(text):
        return None
    return "crisis.self-harm"


_FUTURE = re.compile(
    r"\b(?:(?:is|would|will) (?:it|kratom|7oh|that) (?:be )?(?:ok|okay|safe|dangerous|fine|bad|risky)|can i (?:take|have|use|drink|mix|still)|"
    r"should i (?:take|skip|wait)|before i take|want to take|thinking (?:of|about) taking)\b"
)
_CALM = re.compile(
    r"\bis (?:that|this|it) (?:a )?(?:common|normal|typical|usual|expected|known)\b|\bfe(?:el|lt) nothing\b|\bdont feel (?:it|anything)\b|\bno effects?\b"
)


def is_general(text: str) -> bool:
    """Return whether a text in normal form asks in general terms, or tells of news, history or a figure of speech."""
    return bool(_CALM.search(text) or _GENERAL.search(text) or _FRAMED.search(text) or _SELF_HARM_GENERAL.search(text))


def _hypothetical(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:if|what happens (?:if|when)|in case|could|ever|news|article|study|case report|years ago)\b", text
        )
    ) and not bool(_NOW_STRICT.search(text))


_AFTER = re.compile(r"\b(?:after|since|from|on|took|taking|right now|help)\b")
_REAL = re.compile(
    r"\b(?:please help|help me|help us|right now|call 911|no wait|this is real|not a joke|for real|just now|minutes? ago|hurry|what do i do)\b"
)
_NOW_STRICT = re.compile(r"\b(?:just|right now|now|minutes? ago|hours? ago|tonight|today|this morning|help|an hour)\b")
_TOLD = re.compile(
    r"\bmine (?:just |has |already )*(?:ate|eaten|swallowed|drank)\b|"
    r"\b(?:my|our) (?:\w+ ){0,2}(?:friend|husband|wife|brother|sister|son|daughter|mom|mum|dad|boyfriend|girlfriend|roommate|baby|kid|child|dog|cat|partner|buddy|mate)\b"
    r"[^?]{0,60}\b(?:is|isnt|wont|cant|just|has|stopped|took|ate|swallowed|are|passed|collapsed|hes|shes|was)\b|\b(?:he|she|they) (?:is|isnt|wont|cant|just|stopped|are|took|passed|collapsed)\b|"
    r"\bi (?:just )?(?:took|cant breathe|am having|passed out|mixed|feel)\b|\bim (?:having|overdosing|dying|not breathing|passing)\b"
)


def _later_event(text: str) -> bool:
    """Return whether a question that starts in general terms goes on to tell of an event now."""
    return bool(_TOLD.search(text)) and bool(_NOW.search(text))


def _strong(text: str) -> bool:
    return bool(
        re.search(
            r"\b(?:kill myself|end my life|want to die|i am suicidal|im suicidal|i feel suicidal|end it all|right now|tonight)\b",
            text,
        )
    )
