"""What kind of answer a question wants, told by the signs of the vocabulary."""

from dataclasses import dataclass

from assistant.question.tokens import sign


@dataclass(frozen=True)
class Wants:
    """What a question asks for.

    ``quantity`` is a number of any kind, ``count`` how many there are, ``time`` when something is or in which year,
    ``symbol`` which resolution or document, ``report`` a report, ``force`` how strongly something is said;
    ``more`` says that it asks for more than one thing.
    """

    quantity: bool
    count: bool
    time: bool
    symbol: bool
    report: bool
    force: bool
    more: bool

    @property
    def number(self) -> bool:
        """Whether it asks how many there are of something, or when something is."""
        return self.quantity or self.time


def read_wants(question: str) -> Wants:
    """What ``question`` asks for."""
    return Wants(
        quantity=bool(sign("quantity", question) or sign("date", question)),
        count=asks_count(question),
        time=bool(sign("time", question) or sign("date", question)),
        symbol=bool(sign("symbol", question)),
        report=bool(sign("report", question)),
        force=bool(sign("force", question)),
        more=len(sign("asks", question)) > 1,
    )


def asks_texts(question: str) -> bool:
    """Whether ``question`` asks which texts say something, or where that is said."""
    return bool(sign("texts", question))


def asks_one_text(question: str) -> bool:
    """Whether ``question`` asks for one text: "which resolution", «в каком документе», 哪份文件."""
    return bool(sign("one_text", question))


def offers(question: str) -> bool:
    """Whether ``question`` offers things to choose from. An "Or" that begins it only goes on with what was asked."""
    return bool(sign("or", question))


def asked_last(question: str, standalone: str) -> str:
    """What tells the kind of answer: ``question`` where it asks by itself ("And where?"), else ``standalone``."""
    return question if sign("asks", question) else standalone


def asks_count(question: str) -> bool:
    """Whether ``question`` asks how many there are of something."""
    return bool(sign("count", question))
