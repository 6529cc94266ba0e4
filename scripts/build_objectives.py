"""Builds src/partnergraph/names/objectives.csv.

In: `gcm_objectives.csv` beside this file (the 23 titles as in paragraph 16 of A/RES/73/195) and
IATI's code lists UNSDG-Goals.xml and UNSDG-Targets.xml (17 goals and 169 targets in the words of
A/RES/70/1, replicated there from the UN Statistics Division), whose folder is the argument.
Out: one row for each, a footnote's number behind the last word left out.

    python scripts/build_objectives.py FOLDER
"""

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
TARGET = HERE.parent / "src/partnergraph/names/objectives.csv"


def gcm() -> Iterator[tuple[str, ...]]:
    """The objectives of the Global Compact for Safe, Orderly and Regular Migration."""
    with (HERE / "gcm_objectives.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            number = row["number"]
            forms = f"GCM objective {number}|Objective {number} of the GCM"
            yield f"objective:gcm-{number}", row["title"], "GCM", number, forms


def sdg(codelist: Path, word: str) -> Iterator[tuple[str, ...]]:
    """The goals or targets of the 2030 Agenda in a code list; `word` says which."""
    for item in ElementTree.parse(codelist).iter("codelist-item"):  # noqa: S314  a known file
        number, title = item.findtext("code", ""), item.findtext("name/narrative", "")
        title = " ".join(title.replace("\u2011", "-").split())
        title = re.sub(r"^Goal \d+\. |(?<=[a-z])\d+$", "", title)
        forms = f"SDG {number}|SDG {word} {number}"
        yield f"objective:sdg-{number}", title, "SDG", number, forms


def main() -> None:
    """Write the table from the code lists in the folder given."""
    folder = Path(sys.argv[1])
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "name", "framework", "number", "forms"))
        writer.writerows(gcm())
        writer.writerows(sdg(folder / "UNSDG-Goals.xml", "goal"))
        writer.writerows(sdg(folder / "UNSDG-Targets.xml", "target"))


if __name__ == "__main__":
    main()
