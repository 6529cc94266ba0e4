"""Twenty questions that an analyst asks of the five documents, each by one command as a stranger
would find it, in a terminal of 80 columns: what must be on the screen, and what must not."""

import fcntl
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios

import pytest

from partnergraph.characters import cells

COLUMNS = 80
HOUSE_WORDS = re.compile(
    r"projection|absence|\bapart\b|unserved|unanswered|jaccard|stands under|\bhops?\b"
    r"|\b(?:node|edge|link|relationship)s?\b|[A-Z]+_[A-Z]+|\b[a-z]+:[a-z]+[-/]|\b1 \w+ies\b"
)


@pytest.fixture(scope="session")
def screen(seeds_db):
    """What a terminal of 80 columns shows of a command, with its exit code."""

    def run(line):
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
        env = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "LINES")}
        env |= {"PARTNERGRAPH_DB": str(seeds_db), "TERM": "dumb"}
        command = [sys.executable, "-m", *shlex.split(line)]
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=env
        )
        os.close(theirs)
        said = b""
        while True:
            try:
                chunk = os.read(ours, 65536)
            except OSError:
                break
            if not chunk:
                break
            said += chunk
        os.close(ours)
        return process.wait(120), said.decode().replace("\r\n", "\n")

    return run


QUESTIONS = {
    "who is on remittances and who is missing?": (
        "partnergraph gaps --kind missing --topic remittances",
        ["Improving Remittance Services", "IOM, UNDP", "UN-DESA, UNFPA, UNHCR, UNODC"],
    ),
    "what did Spain do and with whom?": (
        "partnergraph portfolio Spain",
        ["compendium of good practices in temporary labour", "prepared", "Morocco"],
    ),
    "which recommendations of 2017 name the World Bank?": (
        "partnergraph show World Bank",
        ["What cites World Bank", "recommendation", "Develop social remittance indicators"],
    ),
    "who ties UNODC to UNHCR?": (
        "partnergraph between UNODC UNHCR",
        ["who ties them", "IOM", "UNFPA", "Next: partnergraph path UNODC UNHCR"],
    ),
    "what does UNFPA do alone?": (
        "partnergraph portfolio UNFPA --alone",
        ["None: somebody else is on each thing"],
    ),
    "what do two papers say alike?": (
        "partnergraph corroborated",
        ["What two or more documents say alike", "None: no two documents say the same"],
    ),
    "what matters first?": (
        "partnergraph gaps",
        [
            "Objectives that rest on one agency alone (19)",
            "Agencies that are never on the same activity (2, and 21 not recorded)",
            "gaps --kind not-taken-up",
            "Activities that no agency is recorded on: none",
            "Certain means that a document lists such things and has nobody here",
        ],
    ),
    "which agencies never work on the same thing?": (
        "partnergraph gaps --kind never-together",
        [
            "UN-DESA UNODC certain",
            "UNDP UNODC certain",
            "Not recorded (21)",
            "20 of 23 pairs; --limit 0 shows all.",
        ],
    ),
    "which objectives does nobody work on?": (
        "partnergraph gaps --kind nobody",
        ["Enhance consular protection", "10 objectives.", "Not recorded: no document"],
    ),
    "which objectives rest on one agency alone?": (
        "partnergraph gaps --kind one-agency",
        ["Empower countries of origin", "19 objectives.", "rests on: IOM"],
    ),
    "which agencies share most activities?": (
        "partnergraph overlaps --kind agencies",
        ["IOM UNDP 28 44 % 28", "13 pairs.", "Next: partnergraph partners IOM"],
    ),
    "which activities have most agencies?": (
        "partnergraph overlaps --kind activities --limit 3",
        ["IOM, UN-DESA, UNDP, UNFPA, UNHCR", "3 of 47 activities"],
    ),
    "with whom does UNHCR work?": (
        "partnergraph partners UNHCR",
        ["IOM, both listed with expertise: 19 activities", "and 16 more", "5 partners"],
    ),
    "who is on which topic?": (
        "partnergraph matrix",
        ["IOM UNDP UNHCR UNFPA UNODC UN-DESA", "No document tells for EC, GHWA", "16 topics"],
    ),
    "who spoke for Switzerland?": (
        "partnergraph people --agency Switzerland",
        ["Jürg Lauber", "Permanent Representative of", "1 person."],
    ),
    "which treaties and compacts do papers cite most?": (
        "partnergraph instruments --limit 3",
        ["GCM 8", "2030 Agenda for Sustainable 5", "3 of 14 instruments"],
    ),
    "how are Spain and Morocco connected?": (
        "partnergraph path Spain Morocco",
        ["1. Spain prepared", "2. Morocco prepared", "gfmd-2008-roundtable-themes.txt", "2 steps"],
    ),
    "what is there about improving remittances?": (
        "partnergraph search improving remittances",
        ["topic Improving Remittance Services", "looked in names", "5 documents"],
    ),
    "what is known of the Bali Process?": (
        "partnergraph show bali",
        ["consultative process", "What discusses Bali Process", "the “Bali Process” in Asia"],
    ),
    "what do the documents say of PNUD?": (
        "partnergraph search PNUD",
        ["agency UNDP: United Nations Development Programme", "Next: partnergraph show UNDP"],
    ),
    "which countries are in no process?": (
        "partnergraph gaps --kind no-process",
        ["Bangladesh", "United Kingdom", "gcm-2017-thematic-session-4-summary.txt"],
    ),
    "what does IOM do in Spain?": (
        "partnergraph partners IOM --country Spain",
        ["no things that it is on for Spain", "Next: partnergraph portfolio Spain"],
    ),
    "what is loaded?": (
        "partnergraph info",
        ["gfmd-2007-activities-matrix.txt", "73 activities", "is listed with expertise in"],
    ),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_one_command_answers(screen, question):
    command, expected = QUESTIONS[question]
    code, shown = screen(command)
    assert code == 0, shown
    assert [line for line in shown.splitlines() if cells(line) > COLUMNS] == []
    said = " ".join(shown.split())
    assert [text for text in expected if text not in said] == [], shown
    assert HOUSE_WORDS.findall(shown) == []
    assert shown.count("partnergraph ") <= said.count("All of them: ") + 2
    assert "…" not in shown or command.split()[1] in ("path", "show", "search")


def test_a_misspelt_name_says_the_nearest(screen):
    code, shown = screen("partnergraph show Balli Process")
    assert code == 2
    assert "did you mean Bali Process (consultative process)" in " ".join(shown.split())


def test_a_name_that_the_tables_know_is_no_part_of_another(screen):
    code, shown = screen("partnergraph show Niger")
    assert code == 2
    assert "no document of the graph names Niger (country)" in " ".join(shown.split())
