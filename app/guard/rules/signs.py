"""Signs of an emergency in English: breathing, consciousness, seizure, chest, too much taken.

They follow what poison centres and overdose programmes name (content/notices/en.yaml lists the sources).
"""

from __future__ import annotations

BREATHING = (
    (
        r"\b(?:not|isnt|isn t|stopped|stops|barely|hardly|quit|aint|wasnt|cant|cannot|can not|not really|no longer|"
        r"struggling to|hard to|difficulty|trouble|unable to|fighting to|labou?red|couldnt|keeps? (?:not|"
        r"stopping)) (?:\w+ )?breath\w*"
    ),
    (
        r"\bbreath\w*\b[^.?!]{0,20}\b(?:slow\w*|shallow|weird\w*|stopp\w*|stops|funny|strange\w*|labou?red|ragged|"
        r"irregular\w*|weak\w*|barely|difficult|hard|noisy|gurgl\w*|snor\w*|pauses?|every \d+|few)\b"
    ),
    r"\b(?:slow|shallow|weird|labou?red|irregular|noisy|ragged|strange|barely any|agonal) breath\w*",
    r"\bshort(?:ness)? of breath\b",
    r"\b(?:no|weak|faint|cant (?:find|feel) (?:a|his|her|their)) (?:pulse|heartbeat)\b",
    r"\b(?:gasping|gurgling|choking|death rattle|suffocating|wheezing|chok(?:e|es|ed) on)\b",
    (
        r"\b(?:turn\w*|going|gone|went|looks?|looking|getting|is|are|were) (?:all |a bit |kind of |so |really |"
        r"very )?(?:blue|bluish|purple|grey|gray|ashen|pale and)\b"
    ),
    r"\b(?:he|she|hes|shes|they|still|all|lips) (?:is |are )?(?:still )?(?:blue|purple|grey|gray)\b",
    (
        r"\b(?:pulse|heartbeat)\b[^.?!]{0,15}\b(?:weak|faint|slow|gone|barely)\b|\bcold and clammy\b|"
        r"\bskin is (?:\w+ )?(?:cold|clammy|blue|grey|gray)\b"
    ),
    r"\b(?:blue|purple|grey|gray|bluish) (?:lips|face|fingers?|fingernails|nails|skin|mouth)\b",
    r"\b(?:lips|face|fingers?|fingertips|nails|skin|mouth)\b[^.?!]{0,15}\b(?:blue|purple|grey|gray|bluish)\b",
)
UNRESPONSIVE = (
    (
        r"\b(?:unconscious|unresponsive|nonresponsive|non responsive|comatose|lifeless|in a coma|out cold|"
        r"blacked out|blacking out|knocked out|limp|floppy)\b"
    ),
    (
        r"\b(?:wont|cant|cannot|can not|not|isnt|couldnt|doesnt|unable to|wouldnt|hard to|impossible to|barely|"
        r"didnt|never|aint) (?:\w+ ){0,3}?(?:wak\w*|woke|awake|rous\w*|respond\w*|stay awake|conscious)\b"
    ),
    r"\b(?:stopped (?:responding|answering|moving|talking)|(?:hasnt|has not|havent|didnt|doesnt|wont) (?:\w+ )?(?:moved?|budged?)|no response|not (?:moving|responding|answering|moving))\b",
    (
        r"\b(?:pass(?:ed|ing|es)? out|collaps\w+|faint(?:ed|ing)|fell (?:over|down) and|dropped to the floor|"
        r"keel\w* over|slump\w*)\b"
    ),
    (
        r"\b(?:nodding (?:off|out)|nods off|in and out of (?:it|consciousness)|losing consciousness|"
        r"lost consciousness|eyes (?:rolled|rolling)|pinpoint pupils|on the (?:floor|bathroom floor|ground))\b"
    ),
    r"\b(?:sleeping|asleep|out|been out)\b[^.?!]{0,30}\b(?:wont|cant|not waking|for \d+ hours)\b",
)
SEIZURE = (
    r"\bseizures?\b[^.?!]{0,40}\b(?:is|are|am|im|hes|shes|was) (?:\w+ )?having (?:one|it|this)\b",
    (
        r"\b(?:having|had|has|having had|is having|just had|another|think\w* .{0,15}|went into|in) (?:a |an |his |"
        r"her |\w+ )?(?:seizures?|fits?\b|convulsions?)\b"
    ),
    (
        r"\b(?:seizing|convulsing|started seizing|shaking (?:violently|uncontrollably|all over)|foaming|"
        r"jerking (?:violently|uncontrollably|all over)|whole body (?:is )?(?:shaking|jerking))\b"
    ),
    (
        r"^seizure|\bseizures?\b.{0,40}\b(?:what now|help|what do i do)\b|\b(?:took|taking|"
        r"after)\b[^.?!]{0,40}\b(?:had|having|has|is having) (?:a )?seizures?\b"
    ),
    (
        r"\b(?:twitch\w*|jerk\w*|shak\w*|convuls\w*)\b[^.?!]{0,20}\b(?:all over|uncontrollabl[ey]|violently|"
        r"on the floor|wont stop)\b"
    ),
    (
        r"\bseizures?\b[^.?!]{0,25}\b(?:right now|wont stop|just now|minutes ago|tonight|this morning|happening|"
        r"on the floor)\b"
    ),
)
HEART = (
    (
        r"\b(?:chest (?:pain\w*|hurts|is tight|feels? tight|tight\w*|pressure|is killing|is burning|is pounding|"
        r"feels like)|tight chest|pain in (?:my|his|her|the) chest|crushing|heart attack|cardiac arrest)\b"
    ),
    r"\b(?:my|his|her) chest (?!no longer|never|doesnt|isnt|not)(?:\w+ ){0,2}(?:hurts?|aches|pain\w*|tight|pounding)\b",
    (
        r"\b(?:heart|pulse|heartbeat)\b[^.?!]{0,25}\b(?:racing|pounding|out of (?:my|his|her)|stopp\w*|skipping|"
        r"wont (?:slow|calm)|irregular|going crazy|beating (?:so|too|really|very) fast|1[3-9]\d|2\d\d|fluttering|"
        r"exploding)\b"
    ),
    r"\b(?:racing|pounding) heart\b",
    (
        r"\bstroke\b|\b(?:face|mouth|smile|eyelid|lips?)\b[^.?!]{0,25}\bdroop\w*|\bdroop\w* (?:face|mouth|smile|eyelid)|"
        r"\b(?:half|one side|(?:left|right) side) (?:of )?(?:my|his|her|the) (?:face|body|mouth)\b[^.?!]{0,20}\b(?:numb|slack|"
        r"droop\w*|frozen|fallen|paralysed|paralyzed|weak)|\bslurr\w+\b"
    ),
)
OVERDOSE = (
    (
        r"\b(?:is|are|was|were|am|im|hes|shes|theyre|be|might be|may be|think\w*|i am|"
        r"are you) (?:\w+ )?(?:overdosing|o\.?d\.?ing|od ing|oding)\b"
    ),
    (
        r"\b(?:has|have|he|she|they|just|think i|i|ive|hes|shes|friend|husband|wife|brother|sister|son|daughter|mom|"
        r"dad|bf|gf|someone|might have|may have|accidentally|probably) (?:just |have |has |probably |accidentally |"
        r"might have |think )*(?:overdosed|od'?d|odd|od)\b(?! (?:out|one|thing|question|feeling|way|taste|to))"
    ),
    (
        r"\b(?:having|had|this is|its|is this|is it|possible|suspected) (?:an? )?(?:overdose|"
        r"od)\b(?![^.?!]{0,20}\b(?:death|statistics|common|possible))"
    ),
    r"\b(?:oding|overdosing) (?:at|in|on|right|now|help)\b",
    r"^(?:please )?help\b.{0,20}\b(?:od|oding|overdos\w+)\W*$",
    (
        r"\b\d{1,3} (?:\w+ )?(?:capsules?|caps|pills?|tablets?|gumm\w+|shots?|grams?|g)\b.{0,40}\b(?:he|she|they|"
        r"brother|sister|friend|son|daughter|husband|wife|mom|dad|kid|roommate|boyfriend|girlfriend) (?:just |"
        r"already )*(?:took|ate|swallowed|had|drank)\b"
    ),
    (
        r"\b(?:took|taken|had|drank|ate|did|used|swallowed|taking|consumed|ingested|gave (?:him|her|them)|given|"
        r"gone|went|had) (?:\w+ ){0,2}?(?:way |far |much )?(?:too|2|to) (?:much|many)\b"
    ),
    (
        r"\b(?:took|taken|swallowed|ate|eaten|drank|downed|chugged|had) (?:the |a |an |my |her |his |this )?(?:whole|entire|"
        r"all (?:of )?(?:my|the|his|her|of)|full|double|triple|handful|fistful|bunch of|ton of|huge|massive|"
        r"all) ?(?:\w+ ){0,3}(?:bottle|bag|pack\w*|jar|pills|capsules|it|gummies|shots?|of it|supply|kratom|powder|"
        r"handful|amount|dose|tablets|extract)?\b"
    ),
    (
        r"\b(?:took|swallowed|ate|drank|had) (?:like |about |around |maybe |almost )?(?:[5-9]|\d{2,3}|ten|twelve|twenty|"
        r"thirty|the whole|all)\b[^.?!]{0,50}\bby (?:accident|mistake)\b"
    ),
    r"\baccidentally (?:took|swallowed|ate|drank|double|doubled|had|gave|inhaled|used|ingested|overdid)",
    (
        r"\b(?:poisoned|i think (?:i|he|she|theyve|ive) (?:poisoned|been poisoned)|serotonin syndrome (?:right now|"
        r"happening))\b"
    ),
)
STRONG_UNWELL = (
    (
        r"\b(?:pregnant|weeks along|(?:first|second|third) trimester)\b[^.?!]{0,50}\b(?:bleeding|contractions|water broke|"
        r"waters? (?:broke|broken)|baby (?:stopped|isnt|is not|not|hasnt) (?:been )?mov\w*)\b|\bgave (?:my|him|her)self an "
        r"(?:overdose|od)\b"
    ),
    (
        r"\bworst headache\b|\bthunderclap\b|\bsudden (?:\w+ )?(?:severe|terrible|blinding|horrible|splitting|awful) headache\b|"
        r"\b(?:cant|cannot|suddenly (?:cant|couldnt)|lost) (?:feel|move|lift) (?:my|his|her|one|the) (?:legs?|arms?|(?:left|right|"
        r"one) (?:side|arm|leg|hand))\b|\bnumb (?:all )?(?:down|on|along) (?:my|his|her|the|one) (?:left|right|whole)? ?side\b"
    ),
    (
        r"\b(?:nose ?bleed\w*|bleed(?:ing|s)?)\b[^.?!]{0,30}\b(?:wont|will not|doesnt|does not|hasnt|isnt|not) stop\w*\b|"
        r"\bcant stop (?:the |my |his |her )?(?:nose ?)?bleed\w*\b|"
        r"\bnose ?bleed\w*\b[^.?!]{0,40}\b(?:an|half an|two|three|\d{1,2}) hours?\b"
    ),
    r"\b(?:throat|tongue|face|lips) (?:is |are )?(?:closing|swelling|swollen|swelling up)\b",
    r"\b(?:throat|tongue) (?:is |feels |is getting |is feeling )(?:fat|thick|huge|swollen|like its closing)\b",
    (
        r"\b(?:throwing up|vomiting|puking|coughing|pooping|peeing) (?:up )?blood\b|\bblood in (?:my|his|"
        r"her) (?:vomit|puke)\b"
    ),
    (
        r"\b(?:am i|im|i am|i think im|i feel like im|is (?:he|she)|hes|shes|think (?:he|she) is|feels? like (?:im|"
        r"he is|she is)) (?:going to )?(?:dying|die)\b(?! (?:to|for|of (?:laughter|boredom|curiosity|embarrassment)|"
        r"my hair|laughing))"
    ),
    r"\bcant stop (?:throwing up|vomiting|puking|shaking|twitching|sweating|seizing)\b",
    (
        r"\b(?:call|calling|need|get) (?:an )?(?:ambulance|911|999|112|000|paramedics|emergency)\b(?=.{0,60}(?:\?|"
        r"now|quick|help|$))"
    ),
    (
        r"\b(?:narcan|naloxone)\b[^.?!]{0,30}\b(?:gave|given|now|right now|didnt work|isnt working|not working|"
        r"should i give)\b|\b(?:gave|give|given) (?:him|her|them|my \w+) (?:narcan|naloxone)\b"
    ),
    r"\b(?:cpr|rescue breath\w*|chest compressions|recovery position)\b(?=.{0,80}(?:\?|now|$))",
)
