"""Attempts to change the rules, read the set-up, or have something false written. Policy: manipulation."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.patterns import Rule, rule

RULES: tuple[Rule, ...] = (
    rule(
        "prompt",
        Reason.MANIPULATION,
        [
            (
                r"\b(?:ignore|disregard|forget|override|bypass|drop|discard|skip|erase|delete|cancel|suspend|lift|"
                r"remove|turn off|disable|switch off)\b[^.?!]{0,30}\b(?:previous|prior|above|earlier|all|your|the|"
                r"any|these|those|system|safety)\b[^.?!]{0,25}\b(?:instructions?|rules?|prompts?|guidelines?|"
                r"filters?|restrictions?|polic(?:y|ies)|programming|guardrails?|safeguards?|limits?|training|"
                r"directives?|safety|constraints?|guard)\b"
            ),
            (
                r"\b(?:system|hidden|initial|original|secret|developer|internal|full) (?:prompt|message|"
                r"instructions?|rules|configuration|config|messages)\b"
            ),
            (
                r"\b(?:show|print|reveal|repeat|output|display|dump|leak|give|tell|list|what (?:is|are|were)|copy|"
                r"paste|recite|quote|expose)\b[^.?!]{0,30}\b(?:your|the) (?:\w+ )?(?:prompt|instructions|"
                r"system message|configuration|config|source code|training data|environment variables?|api keys?|"
                r"credentials|passwords?|guard (?:words|rules)|rules verbatim|internal rules|filter (?:list|"
                r"words))\b"
            ),
            (
                r"\b(?:repeat|print|output|say|write) (?:everything|all|the (?:words|text|sentence\w*)|verbatim|"
                r"what is)\b[^.?!]{0,30}\b(?:above|before|verbatim|previous|so far)\b"
            ),
            (
                r"\b(?:developer|debug|god|admin|root|dan|jailbreak|unrestricted|sudo|maintenance|test|unfiltered|"
                r"evil) mode\b"
            ),
            (
                r"\b(?:jailbreak|jailbroken|do anything now|no restrictions|without (?:any )?(?:restrictions|"
                r"filters?|rules|limits|guardrails|censorship|disclaimers)|unfiltered|uncensored|no filter|"
                r"no rules)\b"
            ),
            (
                r"\b(?:you are|youre|act as|pretend|from now on|roleplay|role play)\b[^.?!]{0,40}\b(?:dan|evil|"
                r"unrestricted|no (?:rules|limits|restrictions|filters?|ethics)|without (?:rules|limits|"
                r"restrictions|ethics)|not bound|free (?:of|from)|jailbroken|uncensored|can do anything)\b"
            ),
            r"\byour new (?:instructions?|rules?|role|persona|purpose|task|system prompt|policy)\b",
            (
                r"\b(?:what|which) (?:words?|phrases?|rules?|filters?|keywords) (?:do|does|are|trigger|trip|set off|"
                r"make)?[^.?!]{0,30}\b(?:block|filter|trigger|trip|flag|banned|refus)\w*"
            ),
            r"</?(?:system|assistant|instruction)s?>|\[/?(?:inst|system)\]|<\|(?:im_start|system|assistant)",
        ],
        [
            r"why (?:do|dont|wont|cant|are|do) you",
            r"\b(?:nervous|immune|endocrine|digestive|reward|opioid|legal|health|central) system\b(?! prompt)",
        ],
    ),
    rule(
        "fake",
        Reason.MANIPULATION,
        [
            (
                r"\b(?:write|make|create|generate|draft|compose|invent|fabricate|produce|give me|post|need|craft|"
                r"come up with|make up|forge|fake)\b[^.?!]{0,45}\b(?:fake|false|fictional|made[ -]up|phony|"
                r"5[ -]star|five[ -]star|positive|glowing|bogus|fabricated|convincing)\b[^.?!]{0,35}\b(?:reviews?|"
                r"testimonials?|study|studies|citations?|abstracts?|evidence|lab (?:results?|reports?)|coas?|"
                r"certificates?|quotes?|news|article|doctors? notes?|prescriptions?|labels?|references?|trial|"
                r"statistics|press release|statements?|data)\b"
            ),
            (
                r"\b(?:write|make|create|generate|draft|compose|produce|craft|give me|help me write|"
                r"design)\b[^.?!]{0,40}\b(?:ads?|adverts?|advertisement|marketing|sales (?:copy|pitch)|"
                r"product (?:description|page|label)|promo\w*|slogan|tagline|tweets?|instagram (?:post|caption)|"
                r"tiktok|blog (?:post )?(?:promoting|praising|saying|claiming)|landing page|sponsored|testimonials?|"
                r"reviews?|flyer|commercial|press release)\b"
            ),
            (
                r"\b(?:make up|invent|fabricate|concoct) (?:a|an|some|me a|the) (?:\w+ ){0,2}(?:study|studies|trial|"
                r"paper|citation|statistics?|quote|evidence|data|report)\b"
            ),
            (
                r"\b(?:fake|fabricate|forge|falsify|invent|make up)\b[^.?!]{0,25}\b(?:reviews?|testimonials?|study|"
                r"studies|citations?|evidence|lab (?:results?|reports?)|coas?|certificate|doctors? note|"
                r"prescription|data|statistics|quotes?|id)\b"
            ),
            (
                r"\b(?:say|state|claim|confirm|write|agree|admit|tell (?:me|everyone|"
                r"people))\b[^.?!]{0,20}\b(?:that )?(?:kratom|7oh|it)\b[^.?!]{0,12}\b(?:is (?:completely |totally |"
                r"100% |perfectly )+(?:safe|harmless)|cures|is fda approved|has no (?:risks|side effects)|"
                r"is not addictive at all)\b(?=.{0,80}(?:verbatim|word for word|nothing else|in your|as (?:a|the)|"
                r"for my|on my|so (?:i|we) can|$))"
            ),
            (
                r"\b(?:your answers?|the response|reply|respond|answer)\b[^.?!]{0,30}\b(?:without (?:the )?(?:discla"
                r"imers?|caveats?|sources|warnings?|evidence levels?|clinician)|no (?:disclaimers?|caveats?|"
                r"warnings?))\b"
            ),
        ],
        [
            r"why (?:do|dont|wont|cant|are) you",
            (
                r"\b(?:are|is|were|was|how (?:many|common|do i (?:spot|tell|know)|can i (?:spot|tell|know))|"
                r"can i trust|spot|detect|identify|how to (?:spot|tell|recognize))\b[^.?!]{0,30}\b(?:fake|false|"
                r"reviews?|marketing|ads?|testimonials?)\b"
            ),
            r"\b(?:recogni[sz]e|spot|detect|identify|notice)\b[^.?!]{0,20}\b(?:fake|misleading|false)\b",
            r"\b(?:systematic|literature|peer|published|scientific|narrative|evidence|research|recent) reviews?\b",
            r"\b(?:ads?|marketing|reviews|labels?) (?:say|claim|says|claims|promise|saying|claiming)\b",
        ],
    ),
)
