"""Symbols of UN documents, and the numbers of resolutions in them."""

import re

# "A/RES/78/265", "A/C.2/79/L.6", "E/2024/12".
SYMBOL = re.compile(r"(?<![A-Za-z])(?=[A-Z/.()]*\d)[A-Z]{1,6}(?:/[A-Za-z0-9.()]+)*/[A-Za-z0-9.()]*[A-Za-z0-9)]")
_NUMBER = re.compile(r"(?<!\d)(\d{1,3})/(\d{1,4})(?![\d/])")


def document_numbers(text: str) -> set[str]:
    """Numbers of resolutions and documents: "78/265", also out of "A/RES/78/265"; "59/3" out of "A/C.2/59/3"."""
    return {f"{session}/{number}" for session, number in _NUMBER.findall(text)}
