"""Quotation marks and colons as each language writes them."""

from assistant.languages import Language

_MARKS: dict[Language, tuple[str, str]] = {"zh": ("“", "”"), "ru": ("«", "»"), "en": ("“", "”")}


def quoted(part: str, language: Language) -> str:
    """``part`` in the quotation marks of ``language``, its own words as they are."""
    left, right = _MARKS[language]
    return f"{left}{part}{right}"


def bracketed(part: str, language: Language) -> str:
    """``part`` in round brackets, and the space before them where the language has one."""
    return f"（{part}）" if language == "zh" else f" ({part})"


def colon(language: Language) -> str:
    """A colon, and the space behind it where the language has one."""
    return "：" if language == "zh" else ": "
