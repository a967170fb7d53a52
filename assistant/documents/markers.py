"""What tells the parts of a UN document: symbols, and the enacting clause that ends its masthead."""

import re

SYMBOL_PARTS = r"(?:/[A-Z0-9]+(?:\.[A-Z0-9]+)*(?:\([IVXLC\d]+\))?)+"  # "/RES/78/265"
SYMBOL = rf"[A-Z]{{1,4}}{SYMBOL_PARTS}"
# The document's own symbol in its masthead, not one in brackets ("[on the report of … (A/78/481)]").
OWN_SYMBOL = re.compile(rf"(?<![A-Za-z0-9/(\[]){SYMBOL}(?![A-Za-z0-9/)\]])")
ENACTING = re.compile(
    r"^\s*(?:大会\s*[，,]|The General Assembly,?|Генеральная Ассамблея,?|安全理事会\s*[，,]|The Security Council,?"
    r"|Совет Безопасности,?|经济及社会理事会\s*[，,]|The Economic and Social Council,?"
    r"|Экономический и Социальный Совет,?|人权理事会\s*[，,]|The Human Rights Council,?"
    r"|Совет по правам человека,?)\s*$",
    re.IGNORECASE,
)
