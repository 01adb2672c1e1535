"""Words that rules about buying share: the law, news and questions about this assistant, which are answered."""

from __future__ import annotations

from app.guard.rules.patterns import any_of

NEWS = any_of(
    r"recall(?:ed|s)? | contaminat\w* | salmonella | lawsuits? | warning letters? | warned | fda | banned |"
    r" illegal | regulated | regulation | "
    r"law | laws | license\w* | age | minors? | under 21 | under 18 | how old | mislabel\w* | adulterat\w* |"
    r" sued | liable"
)
META = (
    (
        r"\bwhy\b[^.?!]{0,20}\b(?:no|not|name no|nothing)\b|\b(?:this|your) (?:site|website|page)\b|"
        r"\bwhats in (?:it|them|those|this|these)\b|\bwhat is in (?:it|them|those|this|these)\b"
    ),
    r"why (?:do|dont|wont|cant|are|can|will|would) (?:not )?(?:you|caveat|this|the (?:bot|assistant))",
    r"do you (?:get paid|have|take) (?:by|any )?(?:sponsor|ties|affiliat|money|funding|vendors)",
    r"(?:funded|paid|sponsored|owned) by",
    r"\byour (?:rules?|polic(?:y|ies)|stance) (?:about|on|for|with|regarding|towards?)\b",
    r"\bwhat (?:would|do|will) you do (?:if|when) (?:i|someone|somebody|people|users?) (?:asks?|asked|wants?|wanted)\b",
)
LAW = (
    r"\b(?:legal|illegal|law|laws|allowed|lawful|ban|banned|age limit|old enough|minimum age|how old|permitted|"
    r"against the law|crimes?|felony|offen[cs]e|criminal|prescription|regulated|restrict\w*)\b"
)
