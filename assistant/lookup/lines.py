"""What is answered without a model: lines that rest on paragraphs of one document, and the answer that they make."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.analysis.anatomy import Anatomy
from assistant.answer import Citation, Evidence
from assistant.documents.naming import called
from assistant.documents.paragraph import Document, Paragraph, label
from assistant.languages import Language

# What one of the documents does.
AnatomyOf = Callable[[Document], Anatomy]


@dataclass(frozen=True)
class Found:
    """An answer; a refusal where ``citations`` is empty, and ``evidence`` is then the nearest that can be shown."""

    text: str
    language: Language
    evidence: tuple[Evidence, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Line:
    """A line of an answer: ``said`` rests on ``evidence``, whose label follows where it is one; ``before`` leads in."""

    said: str
    evidence: tuple[Evidence, ...] = ()
    before: str = ""


@dataclass(frozen=True)
class Text:
    """A document with its translations, and the language to show it in."""

    translations: Sequence[Document]
    language: Language

    @property
    def shown(self) -> Document:
        """The text in the language, else the original, else any."""
        ranked = sorted(self.translations, key=lambda item: (item.language != self.language, item.status != "original"))
        return ranked[0]

    def of(self, prefix: str) -> list[Paragraph]:
        """The paragraphs that are counted as ``prefix``, its subparagraphs not among them."""
        return [item for item in self.shown.paragraphs if re.fullmatch(rf"{re.escape(prefix)}\d+", item.id)]

    def whole(self, name: str) -> list[Paragraph]:
        """The paragraph with the id ``name`` and what is below it; empty where there is none."""
        return [item for item in self.shown.paragraphs if item.id == name or item.id.startswith(f"{name}(")]

    def evidence(self, paragraphs: Iterable[Paragraph], *, beside: bool = False) -> tuple[Evidence, ...]:
        """``paragraphs`` as search would give them, ``beside`` those of other documents."""
        document = self.shown
        name = called(document, self.language) if beside else document.name
        return tuple(
            Evidence(
                document=document.id,
                paragraph=item.id,
                label=label(item.id, self.language, name),
                text=item.text,
                passage=item.text[:200],
                language=document.language,
                status=document.status_of(item),
                score=1.0,
                rank=rank,
                references=item.references,
            )
            for rank, item in enumerate(paragraphs, 1)
        )


def composed(lines: Sequence[Line], language: Language, shown: Sequence[Evidence] = ()) -> Found:
    """The answer of ``lines``, one below another, each with the label of what it rests on."""
    said = ""
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    cited: dict[tuple[str, str], Evidence] = {}
    for line in lines:
        said += ("\n" if said else "") + line.before
        span = (len(said), len(said) + len(line.said))
        said += line.said + (f" [{line.evidence[0].label}]" if len(line.evidence) == 1 else "")
        for item in line.evidence:
            cited.setdefault((item.document, item.paragraph), item)
            spans.setdefault((item.document, item.paragraph), []).append(span)
    citations = tuple(Citation.of(item, 1.0, spans[key]) for key, item in cited.items())
    return Found(said, language, distinct([*shown, *cited.values()]), citations)


def distinct(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """``evidence`` without repetitions, ranked anew."""
    kept = {(item.document, item.paragraph): item for item in evidence}
    return tuple(replace(item, rank=rank) for rank, item in enumerate(kept.values(), 1))
