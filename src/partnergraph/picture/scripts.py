"""The page's own script and style, put together from their files without a build step.

A script is an ES module in `js/`; modules are joined in the order of their imports, starting from
`main.js`, into one strict function. A new view is a file there, named in the imports of `main.js`.
"""

import re
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
_START = "main.js"
_IMPORT = re.compile(r'^import [^;]*?"\./([\w.-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async |const |class |function))", re.MULTILINE)


@cache
def script() -> str:
    """All modules as one script. Raises ValueError where two import each other."""
    parts: dict[str, str] = {}
    _take(_START, parts, ())
    return '"use strict";\n(() => {\n' + "".join(parts.values()) + "})();\n"


@cache
def style() -> str:
    """All style sheets, in the order of their names."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted((_HERE / "css").iterdir()))


def _take(name: str, parts: dict[str, str], importing: tuple[str, ...]) -> None:
    if name in importing:
        raise ValueError(f"{name} imports itself by way of {' and '.join(importing)}")
    if name in parts:
        return
    text = (_HERE / "js" / name).read_text(encoding="utf-8")
    for wanted in _IMPORT.findall(text):
        _take(wanted, parts, (*importing, name))
    parts[name] = _EXPORT.sub("", _IMPORT.sub("", text))
