"""The answers the law can give, and how well we know the text they rest on.

No default stands in for an answer: silence, ignorance of a fact and an unread text are three
different answers. See the decision note on answers for why there are ten.
"""

from enum import IntEnum, StrEnum


class Answer(StrEnum):
    """What the law says of one question, strongest first. Values are the words of the JSON contract."""

    REQUIRED = "required"
    ENTITLED = "entitled"
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    EXCLUDED = "excluded"
    UNSETTLED = "unsettled"
    UNKNOWN = "unknown"
    UNREAD = "unread"
    NOT_IN_FORCE = "not_in_force"
    SILENT = "silent"

    @property
    def rank(self) -> int:
        """0 for the strongest answer."""
        return _ORDER.index(self)

    # all four, for text brings comparisons of its own
    def __lt__(self, other: str) -> bool:
        """A weaker answer is less than a stronger one, so ``max`` gives the one to show."""
        return self.rank > Answer(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank >= Answer(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank < Answer(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank <= Answer(other).rank

    @property
    def label(self) -> str:
        """The word an official reads."""
        return _LABELS[self]

    @property
    def positive(self) -> bool:
        """Whether a norm in force lets it happen."""
        return self in {Answer.REQUIRED, Answer.ENTITLED, Answer.ALLOWED}

    @property
    def negative(self) -> bool:
        """Whether a norm in force keeps it from happening."""
        return self in {Answer.FORBIDDEN, Answer.EXCLUDED}

    @property
    def open(self) -> bool:
        """Whether the law as read leaves the point open, so that policy may settle it."""
        return not self.positive and not self.negative


_ORDER = list(Answer)
_LABELS = {
    Answer.REQUIRED: "wajib",
    Answer.ENTITLED: "berhak",
    Answer.ALLOWED: "boleh",
    Answer.FORBIDDEN: "dilarang",
    Answer.EXCLUDED: "di luar lingkup",
    Answer.UNSETTLED: "belum pasti",
    Answer.UNKNOWN: "fakta kurang",
    Answer.UNREAD: "belum terbaca",
    Answer.NOT_IN_FORCE: "tidak berlaku pada waktu ini",
    Answer.SILENT: "tidak diatur",
}


class Evidence(IntEnum):
    """How well a text is known; a derived claim takes the smallest grade of its inputs."""

    NOT_FOUND = 0
    UNVERIFIED = 1
    SECONDARY = 2
    MIRROR = 3
    OFFICIAL = 4

    @property
    def code(self) -> str:
        """The word of the JSON contract."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The word an official reads."""
        return _GRADES[self]


_GRADES = {
    Evidence.NOT_FOUND: "tidak ditemukan",
    Evidence.UNVERIFIED: "belum terverifikasi",
    Evidence.SECONDARY: "sekunder",
    Evidence.MIRROR: "cermin naskah",
    Evidence.OFFICIAL: "resmi",
}
