"""Which fixed sentences a language file must hold."""

from __future__ import annotations

CRISIS_KEYS = frozenset(
    {
        "urgent.lead",
        "urgent.steps",
        "urgent.professional",
        "self_harm.lead",
        "self_harm.steps",
        "self_harm.professional",
        "notice.language",
        "declined.general",
        "not_covered.language",
        "clinician.general",
        "emergency.local",
    }
)
"""Keys that every language must hold."""

ALL_KEYS = CRISIS_KEYS | frozenset(
    {
        "about.line",
        "declined.dosing",
        "declined.purchasing",
        "declined.production",
        "declined.evasion",
        "declined.concealment",
        "declined.other_harm",
        "declined.manipulation",
        "not_covered.off_topic",
        "not_covered.no_evidence",
        "pet.lead",
        "pet.steps",
        "pet.professional",
        "taken.lead",
        "taken.steps",
        "taken.professional",
        "notice.no_dosing",
        "notice.no_purchasing",
        "notice.overdue",
        "notice.contested",
        "notice.review_status",
        "notice.emergency",
        "notice.poison_centre",
        "notice.same_day",
        "clinician.answered",
        "clinician.declined",
        "clinician.not_covered",
        "clinician.poison_centre",
        "clinician.same_day",
        "lead.humans",
        "lead.animals",
        "lead.cells",
        "lead.none",
        "lead.nothing_on",
        "lead.left_out",
        "lead.interaction",
        "lead.unknown_drug",
        "explain.high",
        "explain.moderate",
        "explain.low",
        "explain.very-low",
        "explain.not-graded",
        "explain.harm",
        "emergency.line",
        "care.emergency",
        "care.poison_centre",
        "care.same_day",
        "fixed.withheld",
    }
)
"""Keys that a complete language (English, Spanish) must hold."""

COMPLETE_LANGUAGES = ("en", "es")

PLACEHOLDERS = frozenset({"emergency", "poison_centre", "crisis_line", "urgent_advice", "term", "clause", "date"})
"""Names that may stand in braces in a fixed sentence and are filled in when it is shown."""
