"""How much of a document is left when it is scanned and recognised, or set anew in two columns.

`python eval/studies/scans.py FILE…` prints, for each PDF and for pictures of its pages as Tesseract reads them, and for
its paragraphs set in two columns, how many paragraphs keep their ids, and how like their characters are.
"""

import io
import sys
import tempfile
from difflib import SequenceMatcher
from html import escape
from pathlib import Path

import pypdfium2

from assistant.documents import Document, load_file
from assistant.documents.pdf.recognition import with_text

_DPI, _POINTS = 200, 72


def scanned(path: Path, folder: Path) -> Path:
    """A PDF of pictures of the pages of ``path``, recognised."""
    pictures = [page.render(scale=_DPI / _POINTS, grayscale=True).to_pil() for page in pypdfium2.PdfDocument(path)]
    content = io.BytesIO()
    pictures[0].save(content, "PDF", save_all=True, append_images=pictures[1:], resolution=_DPI)
    made = folder / path.name
    made.write_bytes(with_text(path, content.getvalue()))
    return made


def in_two_columns(document: Document, folder: Path) -> Path:
    """The numbered paragraphs of a report in two justified columns."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

    made = folder / f"two.{document.language}.pdf"
    style = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12, alignment=4, spaceAfter=6)
    page = BaseDocTemplate(str(made), pagesize=(612, 792))
    page.addPageTemplates([PageTemplate("two", [Frame(x, 50, 240, 690, 0, 0, 0, 0) for x in (54, 318)])])
    numbered = (part for part in document.paragraphs if part.id.startswith("¶") and "(" not in part.id)
    page.build([Paragraph(escape(f"{part.id[1:]}. {part.text}"), style) for part in numbered])
    return made


def compared(document: Document, other: Document) -> str:
    """Paragraphs of ``other`` with their ids in ``document``, of how many, and the share of like characters."""
    texts = {part.id: "".join(part.text.split()) for part in document.paragraphs}
    found = {part.id: "".join(part.text.split()) for part in other.paragraphs}
    known = [name for name in found if name in texts]
    alike = [SequenceMatcher(None, texts[name], found[name], autojunk=False).ratio() for name in known]
    return f"{len(known)}/{len(found)} | {sum(alike) / max(1, len(alike)):.3f}"


def main(paths: list[Path]) -> None:
    """Print a line a file and way."""
    with tempfile.TemporaryDirectory() as folder:
        for path in paths:
            document = load_file(path)[0]
            print(f"| {path.name} | scanned | {compared(document, load_file(scanned(path, Path(folder)))[0])} |")
            if sum(part.id.startswith("¶") for part in document.paragraphs) > 20:
                two = load_file(in_two_columns(document, Path(folder)))[0]
                print(f"| {path.name} | two columns | {compared(document, two)} |")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
