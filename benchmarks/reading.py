"""How long PDF takes to become blocks, beside what PDFium takes to give its words and boxes.

    python benchmarks/reading.py FOLDER [--rounds 3]

FOLDER holds PDF files; both read all their pages, in turn, in one process on one core. Printed are
the processor seconds of the quickest round, and their ratio, which is to stay below the goal.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

GOAL = 12


def words(data: bytes) -> int:
    """What PDFium alone does: a page's text and the boxes of its runs. Gives the pages read."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        for index in range(text.count_rects()):
            text.get_rect(index)
    return len(document)


def blocks(data: bytes) -> int:
    """What this project does with the same file. Gives the blocks made."""
    from partnergraph.readers.pdf import read

    return len(read(data, Path("benchmark.pdf")).blocks)


def seconds(work: Callable[[bytes], int], files: list[bytes]) -> tuple[float, int]:
    """The processor time of one round over some files, and what it gave."""
    start = time.process_time()
    given = sum(work(data) for data in files)
    return time.process_time() - start, given


def main() -> None:
    """Print the times; exit 1 where the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    files = [path.read_bytes() for path in sorted(chosen.folder.glob("*.pdf"))]
    if not files:
        sys.exit(f"{chosen.folder}: there is no PDF in it; name a folder with some")
    rounds = [(seconds(words, files), seconds(blocks, files)) for _ in range(chosen.rounds)]
    (alone, pages), (ours, made) = (min(times) for times in zip(*rounds, strict=True))
    print(f"{pages} pages: words {alone:.2f} s, {made} blocks {ours:.2f} s")
    print(f"ratio {ours / alone:.1f}, goal {GOAL}")
    sys.exit(ours > GOAL * alone)


if __name__ == "__main__":
    main()
