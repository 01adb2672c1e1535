"""What makes a question about danger no crisis: general terms, news, history, habit, figures of speech."""

from __future__ import annotations

import re

from app.guard.rules.patterns import compiled

GENERAL = compiled(
    r"^(?:so |and |ok |hey |hi |hello |please |pls |um |question |just curious |curious |quick question |"
    r"also )*[,:]? ?(?:"
    r"can (?:you|kratom|7oh|it|someone|a person|people|one|they|mixing|taking|too much|mitragynine|this|the|"
    r"kids|dogs|cats|babies|withdrawal|an?|drinking|overdosing|high|alcohol|narcan|naloxone) |"
    r"could (?:kratom|7oh|it|someone|a person|mixing|taking|mitragynine) |does (?:kratom|7oh|it|mitragynine|"
    r"mixing|taking|naloxone|narcan|withdrawal|this|the|anyone|a|long|regular) |"
    r"do (?:people|kratom|any|most|these|many|studies|opioids|doctors|you) |is (?:there|kratom|7oh|"
    r"it (?:possible|true|common|dangerous|safe|normal|risky)(?! (?:that|for|if) (?:he|she|my|i|they|hes|shes))|"
    r"an overdose|a |overdos\w+|chest pain|mitragynine|respiratory|naloxone|narcan|mixing|breathing|seizure) |"
    r"are (?:there|seizures|overdoses|kratom|kids|children|people|dogs|pets) |has (?:anyone|there|kratom|"
    r"anybody|a|any) |have (?:there|people|any) |did (?:the|kratom|anyone|any) |"
    r"(?:what|which|whats) (?:are|is|does|do|kind|causes?|happens|would happen|(?:would|will|could|might) (?:tell|show|warn)|percent\w*|symptoms|signs|did|"
    r"evidence|counts|risk|studies|was|were|makes?|drugs?|dangers?|can (?:happen|cause)|about the risk|"
    r"substances|should (?:i|you|people|someone|we|a \w+) (?:do|know|look)[^.?!]{0,12}(?:if|when|in case|"
    r"about)) |"
    r"what (?:to do|should (?:i|you|we) do) (?:if|when|in case) |"
    r"how (?:does|do|common|likely|many|often|is|are|dangerous|would (?:i|you|someone) (?:know|recognize|tell)|"
    r"can (?:i|you|one) (?:tell|know|recognize)|to (?:tell|know|recognize|spot|prevent)|long|much|could|did|"
    r"risky|serious|rare|come|should (?:you|people|someone)) |"
    r"why (?:do|does|did|is|are|would|can) |explain |define |describe |tell me about |list |when (?:should|do|"
    r"does|is|would) (?:i|you|someone|people|it|one|a) |who |where |signs of |symptoms of |definition |"
    r"difference between |was (?:it|there|the) |were |would (?:kratom|it|naloxone|narcan|someone)|if (?:someone|"
    r"somebody|a person|a child|a kid|my \w+ ever|anyone|you|i ever|one|a dog))",
)
FRAMED = compiled(
    (
        r"\b(?:urban legend|rumou?rs?|in (?:the|a|this|that|my) (?:\w+ )?(?:show|series|episode|novel|game|scene|screenplay|script|comic)|"
        r"article|news|headline|documentary|podcast|lawsuit|"
        r"(?<!this has been )(?<!that has been )(?<!has this been )(?<!has that been )reported|case reports?|statistics|movie|film|song|"
        r"lyrics|novel|story|essay|homework|assignment|for (?:a |my )?(?:class|paper|report|presentation|thesis|"
        r"school)|textbook|study|studies|research\w*|coroner|autopsy|medical examiner|obituary|court|in the (?:us|"
        r"uk|study|trial)|on tv|i read|read that|i heard|heard that|saw (?:a|an|that|on)|according to|researchers|"
        r"fda|dea|cdc|survey|data)\b"
    ),
    (
        r"\bwhat (?:can|could|do|should) i (?:slip|put|use|give|add|mix)\b[^.?!]{0,40}\bto (?:make|get|have) "
        r"(?:someone|somebody|him|her|them|people|a \w+|my \w+) (?:pass|black|knock|go)\w* out\b"
    ),
    (
        r"^(?!.*\b(?:now|my|im|ive|i (?:cant|feel|took)|right now|just)\b).*\b(?:heard|read|told me) (?:of|about) (?:a|an|some|this|one|that) "
        r"(?:guy|man|woman|person|kid|girl|boy|case|teenager|student)\b"
    ),
    (
        r"\b(?:reddit|forums?|tiktok|youtube|facebook|the internet|sellers?|posts?|websites?|people online|everyone) "
        r"(?:say|says|said|claims?|claimed|swears?|insists?)\b|\btrue\?|\bmyth\b|"
        r"\bis (?:that|this|it) (?:really |actually |even )?true$|\b(?:in the old days|in olden|traditionally|historically|"
        r"centuries ago|back in the day|generations ago)\b"
    ),
    (
        r"\b(?:hypothetical\w*|in theory|(?:suppose|supposing|assume|assuming|lets say|say) (?:that )?(?:someone|somebody|a person|"
        r"a friend|anyone|people|a stranger|a customer)|theoretically|what if (?:someone|a person|somebody|a child|a kid)|"
        r"in general|generally|for (?:future )?reference|just in case|out of curiosity|in case (?:someone|anyone|"
        r"of)|prove\w*|one guy|training|first[- ]aid course|how would (?:i|you|we) (?:know|recognize|tell)|"
        r"warning signs|what (?:are|were) the (?:signs|symptoms)|could (?:have )?(?:cause|lead to)|(?:if|"
        r"when) (?:someone|somebody|a person|people|a child|a kid|anyone|patients?))\b"
    ),
    (
        r"\bafter (?:my|his|her) (?:stroke|heart attack|bypass|overdose|seizure) (?:they|the doctors?|i was|im on|i (?:now )?take|he takes|"
        r"she takes)\b|\b(?:was|were) (?:in|at) (?:the |an )?(?:er|hospital|icu|emergency room) (?:in|last|back in|for|because)\b"
        r"(?!.{0,80}\b(?:now|again|tonight|today|right now)\b)"
    ),
    (
        r"\b(?:history of|years? (?:ago|back)|(?<!since )last (?:year|decade|month)|back in (?:19|20)\d\d|in (?:19|20)\d\d|months ago|"
        r"as a (?:kid|child|teen|teenager|toddler|baby|boy|girl)|(?<!since )last (?:summer|winter|spring|fall|autumn|semester|christmas|thanksgiving)|"
        r"(?<!since the )(?:year|summer|winter|spring|fall|autumn) before last|"
        r"back when|in (?:college|high school)|when i was (?:a|young|younger|little|\d)|used to (?:have|get|be)|epilep\w*|"
        r"prone to|seizure (?:disorder|meds?|medication|threshold|risk|history)|anti[- ]?seizure|family history|"
        r"diagnosed|since childhood|long ago|recovered|survived|fine now|ok now|hes better|all good now|passed away|"
        r"died|lost (?:my|his|her)|funeral|death of)\b"
    ),
    (
        r"\b(?:in (?:january|february|march|april|june|july|august|september|october|november|december)|came (?:round|to|around|"
        r"back)|woke up (?:fine|ok|okay)|pulled through|made it through|been (?:fine|ok|okay|good|well) (?:ever )?since|all good since)\b"
        r"(?!.*\b(?:now|again|tonight|today|still|right now|isnt|wont|cant|keeps?)\b)"
    ),
    (
        r"^(?!.*\b(?:kratom|7oh|extract|shots?|pills?|it|mix|tea|gumm\w+)\b[^.?!]{0,25}\bg[ia]v).*\bg(?:ive|ave|iving|ives) (?:me|you|us|"
        r"him|her|my \w+|everyone|people) (?:a |an |another )?(?:\w+ )?(?:heart attack|stroke|aneurysm)\b"
    ),
    (
        r"\b(?:dying to (?:know|try|see|ask)|killing (?:me|my) (?:back|wallet|budget|vibe|mood)?(?: lol| haha|[!.,]|"
        r" with| to| not)|scared to death|bored to death|lol|lmao|haha|jk|just kidding|figuratively|"
        r"nearly had a heart attack when|almost had a heart attack when|gave me a heart attack|to die for|"
        r"drop dead gorgeous|heart skipped a beat when|customs seiz\w*|seized (?:by|the|a|\d)|seizure of|"
        r"seizures of (?:kratom|product|shipment)\w*|product seizures?|dea seizures?|passed out (?:flyers|samples|"
        r"leaflets|coupons)|cut(?:ting)? (?:back|down))\b"
    ),
    (
        r"\b(?:worried (?:that )?(?:it|kratom) (?:could|might|may|can)|afraid (?:it|kratom) (?:could|might)|risk of|"
        r"chance of|likel\w+ (?:to|of)|make (?:me|him|her) (?:more likely))\b"
    ),
    (
        r"^(?:\w+ ){1,3}(?:has|have) been (?:described|reported|documented|published)\b|"
        r"\b(?:nobody|no ?one) (?:has |have )?ever (?:stopped|died|overdosed|collapsed|had)\b|"
        r"^after an? (?:heart attack|stroke)\b,? (?:can|is|are|may|could|should|does|do)\b|\bone of the signs\b|"
        r"\bif an? (?:guest|customer|camper|pupil|student|player|client|colleague|co-?worker|passenger)\b"
    ),
)
CALM = re.compile(
    r"\b(?:could|can|does|will|would) (?:quitting|stopping|withdrawal|kratom|7oh|it) (?:make|cause|trigger)\b|"
    r"\bis (?:that|this|it) (?:a )?(?:common|normal|typical|usual|expected|known)\b|\b(?:common|typical)\?|"
    r"\bfe(?:el|lt) nothing\b|"
    r"\bdont feel (?:it|anything)\b|\bno effects?\b"
)
HABIT = compiled(
    r"\b(?:every ?day|daily|regularly|for (?:\d+|two|three|four|five|several|many|a few|a couple) (?:years?|"
    r"months?|weeks?)|usually|normally|often|sometimes|each (?:day|morning|night)|has been (?:taking|using)|"
    r"have been (?:taking|using)|prescribed|takes|always|once (?:a|had)|used to)\b"
)
FUTURE = re.compile(
    r"\b(?:(?:is|would|will) (?:it|kratom|7oh|that) (?:be )?(?:ok|okay|safe|dangerous|fine|bad|risky)|"
    r"can i (?:take|have|use|drink|mix|still)|"
    r"should i (?:take|skip|wait)|before i take|want to take|thinking (?:of|about) taking)\b"
)
REAL = re.compile(
    r"\b(?:please help|help me|help us|right now|call 911|no wait|this is real|not a joke|for real|just now|"
    r"minutes? ago|hurry|what do i do)\b"
)
