"""What the loader and the linter report: one problem, at one line, with the fix."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from index.errors import CaveatError


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to fix, as `file:line: id: rule: what to do`."""

    file: str
    line: int
    id: str
    rule: str
    fix: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        mark = "" if self.severity is Severity.ERROR else " (warning)"
        return f"{self.file}:{self.line}: {self.id}: {self.rule}{mark}: {self.fix}"

    def as_dict(self) -> dict[str, str | int]:
        """Return the problem as plain data for `caveat lint --json`."""
        return asdict(self)


class ContentError(CaveatError):
    """The content folder does not validate; `problems` holds every error found."""

    code = "content"
    status = 503
    title = "The content does not validate"

    def __init__(self, problems: list[Problem]) -> None:
        lines = "\n".join(str(problem) for problem in problems)
        super().__init__(f"{len(problems)} content error(s); run `caveat lint`\n{lines}")
        self.problems = problems
