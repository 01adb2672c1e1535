"""Thoughts of suicide and self-harm in English, one's own or somebody else's."""

from __future__ import annotations

import re

from app.guard.rules.patterns import any_of, compiled

_ALL = any_of(
    r"\d{1,3} (?:caps?|capsules?|pills?|tabs?|tablets?|gumm\w+|shots?|of (?:them|these)) | (?:the |a |my |your |this |whole |entire )+"
    r"(?:stash|bag|bottle|jar|pack|pouch|box|supply) | all (?:of )?(?:it|them|these|those|my \w+) | everything i have"
)
"""More of it than anybody takes: everything that is there, or a number of pieces."""
_LETHAL = any_of(
    r"fatal | lethal | deadly | kill (?:me|you|someone|somebody|a person) | die | be the end | (?:not|never) wake up | "
    r"stop (?:my|your|the|a) (?:heart|breathing)"
)
_UNASKED = any_of(
    r"no reason | for no reason | just curious | just wondering | asking for a friend | dont ask (?:me )?why | "
    r"dont worry about why | no particular reason"
)
"""What people add who do not want to be asked why."""

_WANT_TO_DIE = compiled(
    (
        r"\b(?:kill|killing|off|hang|hanging|shoot|drown|drowning|hurt|(?<!not )hurting|harm|(?<!not )harming|cut|cutting|end|poison|"
        r"kil) (?:my ?self|me tonight)\b"
    ),
    r"\b(?:kms|unalive|unaliving|sewer ?slide|sewercide|suicdal|suicidle|suisidal|self[ -]?harm(?:ing|ed)?)\b",
    r"\b(?:end|ending|take|taking|took) (?:my (?:own )?life|everything tonight)\b",
    (
        r"\b(?:end|ending) it all\b|\b(?:take|taking|took) it all\b(?! (?:at once|in one go) or\b| (?:year|day|week|"
        r"summer|winter|month)\b)"
    ),
    (
        r"\b(?:want|wanna|wanting|wants|ready|decided|plan|planning|hope|wish|wished|(?<!feel )(?<!feels )(?<!felt )(?<!feeling )like|prefer|rather|need|trying|"
        r"tried|thinking (?:about|of)) (?:\w+ ){0,3}?(?:to )?(?:die|be dead|was dead|were dead|not (?:exist|wake up|"
        r"be here|be alive|live)|never wake up|disappear forever|end it|end things|sleep forever|stop existing|"
        r"go to sleep and (?:not|never)|fall asleep and (?:not|never))\b"
    ),
    (
        r"\b(?:im|i am|been|feeling|feel|she is|he is|hes|shes|am|are|so|getting|really|actively|passively|became|"
        r"becoming|is|was|am i) (?:\w+ ){0,2}?(?:suicidal)\b"
    ),
    (
        r"\b(?:suicidal (?:thoughts?|right now|and|again|tonight|ideation|plan)|thoughts of (?:suicide|ending|dying|"
        r"killing)|commit(?:ting|ted)? suicide|suicide (?:note|plan|attempt|tonight|with|by)|attempt(?:ed|"
        r"ing)? suicide|thinking (?:of|about) suicide|considering suicide)\b"
    ),
    (
        r"\b(?:dont|do not|didnt|no longer|cant|cannot|not) (?:\w+ ){0,2}?(?:want to|wanna|wish to|feel like|"
        r"bear to|stand to)? ?(?:live(?! without (?:kratom|it|7oh|them|my))|"
        r"living|be here|be alive|exist|existing|wake up|see tomorrow|go on|keep going|do this|be around|carry on|"
        r"(?<=cant )take (?:it|this)|(?<=cannot )take (?:it|this))(?: (?:any ?more|anymore|like this|any longer|in the morning|"
        r"tomorrow|with this pain))?\b(?=[^.?!]{0,30}(?:any ?more|anymore|longer|tomorrow|like this|$|[.!,]| and))"
    ),
    (
        r"\b(?:better off (?:dead|without me)|no (?:reason|point) (?:to|in|of) (?:live|living|going on|"
        r"being (?:here|alive)|life)|nothing (?:left )?to live for|tired of (?:living|life|being alive|existing)|"
        r"done with (?:life|living|everything)|give up on life|i (?:never|dont|do not|wont) wake up|life (?:has|"
        r"holds) no (?:point|meaning|purpose)|life (?:isnt|is not|aint) worth|worth living|"
        r"say(?:ing)? goodbye (?:to everyone|forever)|goodbye (?:letter|note)s?|final goodbye|affairs in order|"
        r"last night on earth|wont be (?:here|around) (?:tomorrow|much longer|anymore|next week)|not be (?:here|"
        r"around) (?:tomorrow|anymore))\b"
    ),
    (
        r"\b(?:kinder|better|easier|best) (?:for (?:everyone|everybody|all|them|him|her|us) )?(?:to|if i|if he|if she) (?:just |simply )?"
        r"(?:stop(?:ped)? existing|not exist|(?:didnt|did not) exist|disappear(?:ed)? for good|be dead|was dead|were dead|not be alive)\b"
    ),
    r"\b(?:overdose|od|poison) (?:\w+ )?(?:myself|on purpose|intentionally|deliberately)\b",
    r"\b(?:on purpose|intentionally|deliberately) (?:\w+ )?(?:overdos\w+|took|od\b|swallowed|hurt\w*)\b",
    r"\b(?:took|swallowed|taken|overdosed)\b[^.?!]{0,40}\b(?:on purpose|intentionally|to die|to end it|to kill)\b",
    (
        r"\b(?:how (?:much|many)|what (?:amount|dose)|enough|would it take|"
        r"does it take)\b[^.?!]{0,60}\b(?:to (?:die|end (?:it|my|things)|kill (?:me|myself)|never wake|not wake|"
        r"go peacefully|fall asleep forever|stop (?:my heart|breathing))|kill me\b|would end me|and not wake up|"
        r"for me to die|die peacefully|painless\w*|end my)"
    ),
    (
        r"\b(?:which|what)\b[^.?!]{0,40}\b(?:most likely to|guaranteed to|surest way to|would definitely|"
        r"will definitely) kill me\b"
    ),
    (
        r"\b(?:shoot|hang|hurt|kill|harm|cut|cutting|(?<!not )hurting|(?<!not )harming|shooting|hanging|off|offing|offed|drown|unalive) "
        r"(?:him|her|them|your)sel\w+\b"
    ),
    (
        r"\bnothing left for me\b|\bthink\w* (?:about|of) (?:my (?:own )?death|death|dying|overdosing|suicide|"
        r"killing)\b|\bleft (?:a|me a|us a) (?:goodbye |suicide )?note\b"
    ),
    (
        r"\b(?:i|she|he) took everything\b|\bsaving (?:up )?(?:my |the )?(?:pills|meds|tablets)\b|\b(?:notice|care|"
        r"miss me) if i (?:died|was gone|were gone|disappeared|wasnt here)\b"
    ),
    (
        r"\b(?:see|is|what(?:s| is)) (?:the |any |no )?point (?:of|in) (?:anything|it all|living|life|going on|"
        r"trying)\b|\bdont see (?:the|a|any) point\b|\bdie peacefully\b"
    ),
    (
        r"\b(?:painless|peaceful|eas(?:y|iest)|quick(?:est)?|quiet(?:est)?|fast(?:est)?|clean(?:est)?|gentl(?:e|est)) "
        r"(?:way (?:to (?:die|go$|go\?|go out|end (?:it|my|things|everything))|out(?! of\b))|death|exit)\b"
    ),
    r"\bway out (?:that|which) (?:isnt|is not|is|doesnt|does not|wont)\b",
    r"\b(?:goodbye(?! to (?:kratom|7oh|it|that|opioids?|drugs|alcohol))|last message|final message)\b[^.?!]{0,40}\b(?:everyone|world|pills|kratom|took)\b",
    (
        r"\b(?:want|going|need) to (?:hurt|cut|harm|burn|punish) (?:my ?self|my (?:arms?|wrists?|legs?))\b|\b(?:cut|scratch\w*|burn\w*|slit|"
        r"cutting) (?:my|her|his) (?:wrists?|arms?|thighs?)\b"
    ),
    (
        r"\b(?:she|he|friend|son|daughter|brother|sister|husband|wife|they|girlfriend|boyfriend|mom|dad|"
        r"roommate)\b[^.?!]{0,30}\b(?:says?|said|texted|told|saying|threaten\w*|talks?|talking|keeps saying|posted|"
        r"wants?|going|tried|trying|is|wrote)\b[^.?!]{0,30}\b(?:kill (?:him|her|them)sel\w+|suicid\w+|end (?:his|"
        r"her|their) life|want to die|wants to die|dont want to live|doesnt want to live|hurt (?:him|her|"
        r"them)sel\w+|end it all|wants? to end it|suicide note|going to end it)\b"
    ),
    r"\b(?:everyone|they|family|kids|world|people)(?:d| would| will)? be (?:better|happier) (?:off )?without me\b",
    (
        r"\bi (?:just )?(?:want|need) (?:it|the pain|everything|this) (?:all )?to (?:stop|end|be over) (?:forever|"
        r"for good|permanently)\b"
    ),
    (
        r"\b(?:if|what if|would it (?:matter|hurt) if) i (?:just |only )?(?:took|take|swallow\w*|drank|drink|ate|eat|did) "
        r"(?:the |it |this |a |my |them |every)?(?:whole|entire|all|full|everything|lot)\b[^?]{0,40}\b(?:be (?:all )?over|"
        r"let go|(?:all )?end|gone|not wake|never w(?:ake|oke)|stop everything|finally|at peace|forever|disappear|be done)\b"
    ),
    (
        r"\b(?:nobody|no one|noone|anyone|anybody|who)(?: would| will|d)? (?:even )?(?:care|notice|miss me|mind)\b[^.?!]{0,12}"
        r"\bif i (?:took|swallowed|drank|od|overdosed|never|did it|ended)\b"
    ),
    r"\b(?:end|finish|do) it (?:all )?for (?:me|good)\b|\b(?:be|is|was) (?:the|my) (?:last|final) (?:night|day|goodbye)\b",
    (
        r"\b(?:lethal|fatal|deadly) (?:amounts?|doses?)\b.{0,60}\b(?:for me\b|for myself|asking for me|im done|i am done|"
        r"i want out|im ready|i am ready)"
    ),
    r"\bsuicidal\b[^.?!]{0,12}\b(?:because|cause|cuz|since|and) (?:i am|im|i feel (?:it|that way|like it))\b",
    (
        r"\b(?:have|has|got|made|ive got) a (?:plan|method|way) and (?:a |the )?(?:date|day|time|place|note)\b|\bis \d+ ?\w+ "
        r"suicide\b|\bsui (?:thoughts?|ideation)\b|\b(?:not|dont feel) safe (?:with|around|from) my ?self\b|"
        r"\b(?:scared|afraid|frightened) of (?:my ?self|what i (?:might|may|could|will|would) do)\b"
    ),
    (
        r"\b(?:stand|standing|stood|stare|staring|lean|leaning|walk|walking|sit|sitting)\b[^.?!]{0,25}\b(?:(?:platform|roof|"
        r"balcony|bridge|cliff|subway|train)s? edge|edge of (?:the|a) (?:platform|roof|balcony|bridge|cliff)|on (?:the|a) "
        r"(?:bridge|ledge|train tracks|railway))\b(?![^.?!]{0,20}\b(?:photo\w*|pictures?|fishing|view)\b)"
    ),
    (
        r"\b(?:jump\w*|step\w*|driv\w+|crash\w*|steer\w*|walk\w*) (?:(?:my|the|his|her) (?:car|van|truck|bike) |out |right |straight )?(?:off (?:a|the) "
        r"(?:bridge|roof|balcony|cliff|building)|in front of (?:a|the) (?:train|truck|bus|car|lorry)|into (?:a|the) (?:tree|"
        r"wall|lake|river|sea|ocean|quarry|canal|traffic|oncoming \w+|truck|lorry)|into traffic)\b(?![^.?!]{0,25}\b(?:swim\w*|lol|fun)\b)"
    ),
    (
        r"\b(?:make|makes|making) (?:it|this|that|them|the (?:mix|combo|dose)) (?:more |be |really |surely )?(?:deadl(?:y|ier)|lethal|"
        r"fatal)\b[^.?!]{0,5}\b(?:i (?:need|want)|for me|for my ?self)\b|\bi (?:need|want) it to (?:be (?:deadly|fatal|lethal|"
        r"final|the end)|kill me|be over for good)\b|\bdeadlier\b.{0,10}\bi (?:need|want)\b"
    ),
    r"\b(?:wish\w*|should have|shouldve) (?:i |he |she |they )?(?:was|were|had|id|been) never (?:been )?born\b",
    (
        r"\b(?:took|taken|has|got|hid|hiding|grabbed) (?:a |the )?(?:knife|razor|blade|rope|gun|noose)\b[^.?!]{0,25}\b(?:to|in|"
        r"under|with) (?:his|her|their|my) (?:room|bed|bedroom|bathroom|pillow|wrist|arm)\b"
    ),
    (
        r"\b(?:dog|cat|pets?|animals?|kids?) (?:is |are |was |were |been |all )*(?:rehomed|given away|taken care of|looked after)\b"
        r"[^?]{0,40}\b(?:kratom|7oh|pills|alprazolam|xanax|now|tonight|goodbye)\b"
    ),
    (
        r"\b(?:what|which|how)\b[^.?!]{0,40}\b(?:ends?|finish(?:es)?) (?:it|me|things|everything) (?:the )?(?:fast\w*|quick\w*|"
        r"for good|painless\w*|peaceful\w*)\b|\b(?:wish|hope|hoping|pray\w*)\b[^.?!]{0,20}\b(?:wouldnt|didnt|dont|wont|never|not) "
        r"(?:have to |ever )?wake up\b"
    ),
    (
        r"\b(?:wont|will not|not|stop being|no longer) (?:be )?(?:a )?(?:problem|burden|bother|worry) (?:to|for) (?:anyone|anybody|"
        r"you|them|everyone|my \w+)(?: any ?more| soon| (?:for )?much longer| after tonight)\b"
    ),
    (
        r"\b(?:thinking (?:about|of)|going to|gonna|about to|plan(?:ning)? (?:to|on)|ready to|want to|tempted to|might) (?:just )?"
        r"(?:tak(?:e|ing)|swallow(?:ing)?|down(?:ing)?) (?:the (?:whole )?lot|all of (?:it|them)|everything|"
        r"the whole (?:bottle|bag|box|thing|pack))\b(?! (?:back|slow\w*|out|off|with me|to the|to my|seriously|one|as|from))"
    ),
    (
        r"\b(?:stop|shut down) my (?:breathing|breath|heart)\b[^?]{0,40}\b(?:(?:thats|which is|is) (?:exactly |kind of |kinda )?"
        r"what i(?:m| am)? (?:want\w*|hop\w*|after|looking for|need)|i hope (?:so|it (?:does|would|will))|hopefully)\b"
    ),
    r"\b(?:drift(?:s|ing)? off|go(?:ing)? to sleep|fall(?:ing)? asleep|sleep) (?:for good|forever|permanently)\b",
    (
        r"\b(?:been|started|keep|kept|back to) cutting (?:to cope|to feel|again|because|since|every ?(?:day|night)|at night)\b"
        r"(?! (?:the|my|on) (?:powder|dose|kratom|amount))"
    ),
    (
        r"\b(?:how|so) easy it (?:would|could|might)(?:ve| have)? (?:be|been) to (?:just )?(?:step|jump|let go|swerve|turn|drive|fall|"
        r"slip|drift|end|walk|lean|go over|tip|roll|never|not wake|swallow (?:them|it) all)\b"
    ),
    r"\b(?:dont|do not|doesnt|didnt|not|no) (?:really )?(?:want|need|wanting) (?:any )?(?:saving|rescuing|to be (?:saved|rescued|found|revived))\b",
    (
        rf"\b{_ALL}\b[^.!]{{0,40}}\b{_LETHAL}\b.{{0,30}}\b{_UNASKED}\b|\b{_LETHAL}\b[^.!]{{0,40}}\b{_ALL}\b.{{0,30}}\b{_UNASKED}\b|"
        rf"\b{_UNASKED}\b[^.!]{{0,50}}\b(?:{_LETHAL}\b[^.!]{{0,40}}\b{_ALL}|{_ALL}\b[^.!]{{0,40}}\b{_LETHAL})\b"
    ),
    # Signs that somebody else is at risk
    (
        r"\b(?:gave|giving|given|gives) (?:\w+ )?away\b[^.?!]{0,25}\b(?:cats?|dogs?|pets?|things|stuff|belongings|possessions|"
        r"clothes|everything|valuables|guitar|money)\b|\b(?:giving|gave|given) (?:his|her|their) (?:things|stuff|belongings|"
        r"possessions) away\b"
    ),
    (
        r"\b(?:texted|texts|text|said|says|posted|wrote|sent|messaged|saying|writing)\b[^.?!]{0,20}\bgood ?bye\b"
        r"(?! to (?:kratom|7oh|it|the (?:stuff|habit|bottle)|opioids?|drugs|alcohol|that|my habit|work|school))"
    ),
    (
        r"\b(?:hoard\w*|stockpil\w*|stash\w* up|collecting|saving up) (?:\w+ ){0,2}?(?:pills|meds|tablets|medication\w*|"
        r"sleeping|xanax|benzos|opioids|her|his)\b"
    ),
    (
        r"\b(?:he|she|they|friend|buddy|brother|sister|son|daughter|husband|wife|mom|dad|roommate|boyfriend|girlfriend|"
        r"cousin|coworker)\b[^.?!]{0,30}\b(?:has|had|have|got|made) (?:a|his|her|their) plan\b[^.?!]{0,60}\b(?:bag|bottle|"
        r"pills|kratom|7oh|gun|rope|bought|bridge|note|die|end)\b"
    ),
    (
        r"\b(?:everyone|everybody|they|we|family|kids|world|people|id|us)(?:d| would| will|ll)? be (?:so much |much |"
        r"all )?(?:better|happier) (?:off )?(?:without|if) (?:him|her|them|he|she|they)\b"
    ),
    (
        r"\b(?:keeps?|kept|always|has been|been|hes|shes|is|started) (?:talking|saying|joking|texting|posting|speaking)\b"
        r"[^.?!]{0,25}\b(?:ending it|ending things|dying|death|not being (?:here|around)|wanting (?:to die|out)|"
        r"going to sleep forever|killing)\b"
    ),
    r"\b(?:no way out|only way out|see no future|cant see a future|life is over)\b(?=.{0,60}(?:\?|$|\.))",
)
SELF_HARM_GENERAL = compiled(
    (
        r"^(?:does|can|could|do|did|why does|why do|is it common (?:to|that))\b(?!.*\b(?:i|me|my|im|he|she|his|her)\b)[^?]{0,60}"
        r"\b(?:wanting to die|want to die|wanting to be dead|not wanting to live)\b"
    ),
    (
        r"\b(?:does|can|could|did|do|is there|are there|is|has|whether|would|may|might) (?:\w+ ){0,3}?(?:kratom|7oh|"
        r"it|withdrawal|quitting|stopping|mitragynine|evidence|link|studies|research|a link|"
        r"any)\b[^.?!]{0,60}\b(?:suicid\w*|self[ -]?harm\w*)"
    ),
    (
        r"\b(?:suicide|suicidal|self[ -]?harm)\b[^.?!]{0,30}\b(?:rates?|statistics|risk (?:in|among|of)|"
        r"prevention (?:day|month|research)|deaths (?:in|among|involving|reported)|reported|cases|studies|study|"
        r"data|link(?:ed)? to|side effect|black box|warning|squad|research|survey)\b"
    ),
    (
        r"\b(?:study|studies|article|news|research|data|survey|reports?|paper|poison)\b[^.?!]{0,50}\b(?:suicid\w*|"
        r"self[ -]?harm\w*)"
    ),
    (
        r"\b(?:years? ago|in the past|when i was (?:a teen|younger|\d)|used to be|history of|long ago|survivor|"
        r"recovered|past)\b[^?]{0,60}\b(?:suicid\w*|self[ -]?harm\w*)(?!.{0,60}\b(?:again|now|today|lately|tonight|"
        r"right now)\b)"
    ),
    (
        r"\b(?:suicid\w*|self[ -]?harm\w*)\b[^?]{0,50}\b(?:years? ago|in the past|when i was (?:a teen|younger)|"
        r"long ago|fine now|ok now)\b"
    ),
    r"\b(?:kill|killing) (?:my|the|your) (?:pain|vibe|time|mood|buzz|appetite|cravings?)\b",
    (
        r"\b(?:made|makes|make) me (?:want to|wanna|almost) (?:shoot|kill|hang|stab|off|die|unalive)\b(?: my ?self)?[^.?!]{0,15}"
        r"\b(?:lol|lmao|haha\w*|rofl|jk)\b"
    ),
    r"\bkilling it\b|\bkill for a\b|\bsuicide (?:squad|door)",
)


_TAKEN = compiled(
    (
        r"(?<!if i )(?<!if i just )(?<!she nearly )(?<!he nearly )(?<!i nearly )(?<!almost )"
        r"\b(?:took|swallowed|overdosed|downed|ingested|(?:has|have|had|ive|hes|shes|theyve|just|already) (?:just |already )?"
        r"(?:taken|eaten|ate|drunk|drank|od ?ed|od))\b"
        r"(?! (?:my|his|her|their|your|some|the) (?:own )?(?:life|time)\b)(?! (?:a|the|his|her|their|my) (?:knife|razor|blade|rope|gun|noose)\b)"
        r"(?! (?:out|off|on|over|care|up|away|part|back|notice|time|place)\b)"
    ),
)
"""Words that tell that something has been taken already."""
_LONG_AGO = compiled(r"\b(?:years?|months?) ago\b|\blast (?:year|summer|winter|spring|autumn|fall)\b|\bwhen i was\b")


_OVERCOME = compiled(
    r"\bused to (?:want|wish|think|feel|plan)\b.{0,120}\b(?:years?|months?) (?:ago|off|clean|sober|free|without|later|now)\b",
    r"\b(?:years?|months?) (?:ago|back)\b.{0,80}\b(?:wanted to die|suicidal)\b.{0,80}\b(?:fine|well|better|happy|married|glad)\b",
)
"""Words that tell of thoughts long overcome."""
_AGAIN = compiled(r"\b(?:again|back|tonight|today|right now|lately|still|these days)\b")
_OF_AN_ITCH = compiled(
    r"\bscratch\w* my (?:arms?|legs?|wrists?|thighs?|skin)\b.{0,120}\bitch\w*|\bitch\w*.{0,120}\bscratch\w* my\b"
)


def self_harm(text: str) -> str | None:
    """Return the rule that sees thoughts of suicide or self-harm in a text in normal form, or None.

    What has been swallowed already has its own rule: then the first thing to do is to call for help with it.
    """
    if not _WANT_TO_DIE.search(text):
        return None
    if SELF_HARM_GENERAL.search(text) and not _strong(text):
        return None
    if (_OVERCOME.search(text) and not _AGAIN.search(text)) or _OF_AN_ITCH.search(text):
        return None
    return "crisis.self-harm-taken" if _TAKEN.search(text) and not _LONG_AGO.search(text) else "crisis.self-harm"


def wants_to_die(text: str) -> bool:
    """Return whether a text in normal form holds words of wanting to die, general question or not."""
    return bool(_WANT_TO_DIE.search(text))


def _strong(text: str) -> bool:
    return bool(
        re.search(
            (
                r"\b(?:kill myself|end my life|want to die|i am suicidal|im suicidal|i feel suicidal|end it all|"
                r"right now|tonight|(?:be)?cause i am)\b"
            ),
            text,
        )
    )
