"""The questions there are: an SQL file in this folder and a Cypher file in `cypher/` for each."""

from pathlib import Path

from partnergraph import resources
from partnergraph.errors import UsageError
from partnergraph.questions.check import check, check_twins
from partnergraph.questions.header import HeaderError, Question, read

_SQL = Path(__file__).parent
_NO_QUESTIONS = ("schema",)


def question(name: str, language: str = "sql") -> Question:
    """The question of that name in `sql` or `cypher`; only its file is read.

    Raises UsageError, with the names there are, for any other.
    """
    folder = _folder(language)
    if name not in (known := _names(folder, language)):
        raise UsageError(name, "no such question", f"use one of {', '.join(known)}")
    return read(folder / f"{name}.{language}")


def kinds(family: str) -> list[str]:
    """The names of the questions of `gaps` or `overlaps`, in order; none of any other word.

    >>> kinds("overlaps")
    ['overlaps-activities', 'overlaps-agencies', 'overlaps-objectives', 'overlaps-topics']
    """
    return [name for name in _names(_SQL, "sql") if name.startswith(f"{family}-")]


def catalogue(sql: Path | None = None, cypher: Path | None = None) -> dict[str, Question]:
    """Every question that both stores answer, by name, checked with its twin.

    The folders are those of the package unless given. Raises HeaderError with file and line for
    what is wrong in a file, differs between twins, or lacks its twin.
    """
    found = {}
    cypher = cypher or _folder("cypher")
    for path in sorted((sql or _SQL).glob("*.sql")):
        twin = cypher / f"{path.stem}.cypher"
        if not twin.is_file():
            raise HeaderError(path, 1, f"there is no {twin.name} beside it")
        found[path.stem] = _checked(path)
        check_twins(found[path.stem], _checked(twin))
    return found


def in_cypher(folder: Path | None = None) -> dict[str, Question]:
    """Every question a person can run in Neo4j, by name: the catalogue and those without a twin.

    Raises HeaderError with file and line for what is wrong in a file.
    """
    folder = folder or _folder("cypher")
    return {name: _checked(folder / f"{name}.cypher") for name in _names(folder, "cypher")}


def _folder(language: str) -> Path:
    return _SQL if language == "sql" else resources.folder("cypher")


def _names(folder: Path, language: str) -> list[str]:
    found = (path.stem for path in folder.glob(f"*.{language}"))
    return sorted(name for name in found if name not in _NO_QUESTIONS)


def _checked(path: Path) -> Question:
    question = read(path)
    check(question)
    return question
