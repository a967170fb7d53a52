"""Whether a hyphen at the end of a line breaks a word: how often `assistant.documents.hyphens` is right.

`python eval/studies/hyphens.py TEXT…` breaks the words of plain texts at random, where the language may break them
(`pip install pyphen`), and looks whether they are joined again; then breaks the compounds of the texts at their own
hyphens, and looks whether those stay. "FILE.ru.txt" is Russian, all else English.
"""

import random
import re
import sys
from pathlib import Path

from assistant.documents.characters import SOFT
from assistant.documents.hyphens import with_breaks

_SAMPLE = 1500


def main(paths: list[Path]) -> None:
    """Print a line a file."""
    import pyphen

    chance = random.Random(7)
    for path in paths:
        text = path.read_text(encoding="utf-8")
        rules = pyphen.Pyphen(lang="ru" if ".ru." in path.name else "en")
        words = re.findall(r"(?<![-\w])[^\W\d_]{6,}(?![-\w])", text)
        broken = [(word, rules.positions(word)) for word in chance.sample(words, min(_SAMPLE, len(words)))]
        pairs = [(word[:place], word[place:]) for word, places in broken if places for place in [chance.choice(places)]]
        joined = sum(with_breaks([f"{first}-", rest])[0].endswith(SOFT) for first, rest in pairs)
        own = set(re.findall(r"(?<![-\w])([^\W\d_]+)-([^\W\d_]+)(?![-\w])", text))
        kept = sum(not with_breaks([f"{first}-", rest])[0].endswith(SOFT) for first, rest in own)
        print(f"| {path.name} | {joined}/{len(pairs)} | {kept}/{len(own)} |")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
