"""Requests to harm, sedate or exploit somebody. Policy: other-harm."""

from __future__ import annotations

from app.answer.record import Reason
from app.guard.rules.facts import OVERSIGHT
from app.guard.rules.patterns import Rule, rule

RULES: tuple[Rule, ...] = (
    rule(
        "harm",
        Reason.OTHER_HARM,
        [
            (
                r"\b(?:how|way|use|using|could|can|want|help|enough|want to|trying to|going to|which|what|"
                r"best)\b[^.?!]{0,40}\b(?:kill|poison|murder|hurt|harm|sedate|knock out|knock (?:him|her|them|"
                r"someone|somebody|my)|incapacitate|drug|roofie|put to sleep|(?<!an )(?<!of )overdose|"
                r"tranquili[sz]e)\b[^.?!]{0,20}\b(?:someone|somebody|him|her|them|my (?:wife|husband|ex|boss|"
                r"neighbou?r\w*|mother|father|roommate|dog|cat|girlfriend|boyfriend|date|coworker|kid|stepdad|"
                r"stepmom|teacher|mom|dad|brother|sister|uncle)|a (?:person|girl|guy|child|baby|dog|cat|woman|man)|"
                r"people|the (?:dog|cat|neighbor\w*|baby|kid)|out|person)\b"
            ),
            (
                r"\b(?:calm|quiet|soothe|settle|sedate)\b[^.?!]{0,20}\b(?:baby|toddler|infant|child|"
                r"kids?)\b[^.?!]{0,25}\b(?:with|using) (?:kratom|7oh|it|some)\b"
            ),
            (
                r"\b(?:make|get|keep|put)\b[^.?!]{0,15}\b(?:him|her|them|my (?:baby|toddler|kid|child|date|"
                r"girlfriend|roommate|dog|cat)|the (?:baby|kids?)|a (?:girl|baby|child))\b[^.?!]{0,20}\b(?:sleepy|"
                r"high|pass out|asleep|to sleep|sleep|drowsy|quiet|calm|addicted|hooked|compliant|stoned|"
                r"knocked out|stop crying)\b[^.?!]{0,30}\b(?:kratom|7oh|with it|using)?\b(?=.{0,60}(?:kratom|7oh|\?|"
                r"$))"
            ),
            (
                r"\b(?:sell|give|deal|distribute|market|offer|pass|share)\b[^.?!]{0,25}\b(?:to (?:minors|kids|"
                r"children|teens|teenagers|students|high ?schoolers|middle schoolers|my classmates)|"
                r"at (?:my )?(?:school|high school))\b"
            ),
            (
                r"\b(?:get|getting|make|keep) (?:customers|people|someone|somebody|them|him|her|users|"
                r"my \w+) (?:hooked|addicted|dependent)\b"
            ),
            r"\b(?:date rape|roofie|weaponi[sz]e|mass poison\w*|contaminate (?:the|a) (?:water|food))\b",
            (
                r"\b(?:drive|driving|operate|fly|operating)\b[^.?!]{0,30}\b(?:high|while (?:high|on|nodding)|"
                r"stoned)\b[^.?!]{0,30}\b(?:without|tips|how|get away|trick|avoid)\b"
            ),
            (
                r"\b(?:start|run|set up|open|launch|scale|grow|market|advertise)\b[^.?!]{0,25}\b(?:kratom|"
                r"7oh)\b[^.?!]{0,20}\b(?:business|brand|shop|store|side hustle|company|operation|dealing)\b"
            ),
        ],
        [
            (
                r"\b(?:can|could|does|did|has|will|would) (?:kratom|7oh|it|mitragynine|this|they|"
                r"these)\b[^.?!]{0,25}\b(?:kill|hurt|harm|poison|make|sedate|get)\b"
            ),
            r"\bhow many (?:people|deaths|dogs|animals)\b",
            (
                r"\bhow (?:does|do|did|could|can) (?:kratom|it|7oh|the drug|mitragynine|"
                r"fentanyl)\b[^.?!]{0,25}\b(?:kill|hurt|harm|sedate)\b"
            ),
            r"\b(?:myself|my self|me|naloxone|narcan)\b",
            r"why (?:do|dont|wont|cant) you",
            *OVERSIGHT,
            r"\b(?:felt|feel|was|been|got|were|am) (?:drugged|roofied|spiked|poisoned)\b",
            r"\b(?:is it|legal|illegal|law|laws)\b",
            r"\b(?:hurt|harm|poison)(?:ful|ing|ous)? (?:my|the) (?:liver|kidneys?|heart|brain|baby|stomach)\b",
        ],
    ),
)
