"""Take in a folder of generated UN-style documents: `python eval/studies/ingest.py [COUNT]`.

Mixed languages, kinds and formats, made by `eval/studies/undocs.py`, through the doors that `assistant corpus add`
uses: read and copied into a library, then embedded with the default model, then a document added and one removed.
Prints throughput and memory.
"""

import sys
import tempfile
import time
from pathlib import Path

from undocs import corpus, make, write

from assistant import Settings
from assistant.index.building import build_index
from assistant.index.embedding import load_embedder
from assistant.index.storage import Index, read_index
from assistant.library.additions import add, corpus_sources, remove


def peak_memory() -> float:
    """Largest resident size of this process so far, in GB."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**30 if sys.platform == "darwin" else 2**20)


def main() -> None:
    """Run and print a Markdown table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        paragraphs = sum(len(made.parts) for made, _ in corpus(count, folder / "in"))
        settings = Settings(index_dir=folder / "index", library_dir=folder / "library")
        embedder = load_embedder(settings)
        embedder.encode(["warm"], "passage")

        def build(old: Index | None) -> Index:
            return build_index(settings, embedder, corpus_sources(settings), old=old)

        print("| step | documents | paragraphs | seconds | paragraphs/s | peak GB |\n|---|---:|---:|---:|---:|---:|")

        def row(step: str, documents: int, number: int, begin: float) -> None:
            seconds = time.perf_counter() - begin
            line = f"| {step} | {documents} | {number} | {seconds:.1f} | {number / seconds:.0f} | {peak_memory():.2f} |"
            print(line, flush=True)

        begin = time.perf_counter()
        added, skipped = add([folder / "in"], settings)
        taken = sum(item.paragraphs for item in added)
        row("read and copy", len(added), taken, begin)
        begin = time.perf_counter()
        index = build(None)
        row("parse, cut and embed", index.manifest.documents, index.manifest.paragraphs, begin)
        begin = time.perf_counter()
        more = make(count, "en", "report")
        add([write(more, folder, "txt")], settings)
        index = build(read_index(settings.index_path))
        row("add one", 1, len(more.parts), begin)
        begin = time.perf_counter()
        remove(more.id, settings)
        build(read_index(settings.index_path))
        row("remove one", 1, len(more.parts), begin)
        print(f"\nFiles skipped: {len(skipped)}. Paragraphs made: {paragraphs}; with heads and footnotes: {taken}.")
        if skipped:
            sys.exit("\n".join(map(str, skipped[:20])))


if __name__ == "__main__":
    main()
