"""The page's own script and style, put together from their files without a build step.

A script is an ES module in `js/`; modules are joined in the order of their imports, starting from
`main.js`, each as a function that gives what it exports. A new view is a file there, named in the
imports of `main.js`. Imports and exports are written as in `import { a, b } from "./file.js";` and
`export const|class|function name`. Comments and indents are for those who read the files: a page
goes without, so no text may run over lines.
"""

import re
from functools import cache
from pathlib import Path

from partnergraph.picture.marks import colours

_HERE = Path(__file__).parent
_START = "main.js"
_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(
    r"^export (?=(?:async )?(?:const |class |function\*? )(?P<name>\w+))", re.MULTILINE
)
_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


@cache
def script() -> str:
    """All modules as one script. Raises ValueError where two import each other."""
    parts: dict[str, str] = {}
    _take(_START, parts, ())
    return '"use strict";\n(() => {\n' + "".join(parts.values()) + "})();\n"


@cache
def able() -> str:
    """What says so where a browser cannot run the page's own script."""
    return (_HERE / "able.js").read_text(encoding="utf-8")


@cache
def style() -> str:
    """All style sheets in the order of their names, then the colours of marks."""
    sheets = sorted((_HERE / "css").glob("*.css"))
    return "".join(_bare(sheet.read_text(encoding="utf-8")) for sheet in sheets) + colours()


def _bare(text: str) -> str:
    r"""A text of a script or a style without the comments that have their own lines, or indents.

    >>> _bare("// @ts-check\n/** What it does.\n * And more. */\n  run(1 /* once */);\n")
    'run(1 /* once */);\n'
    """
    return _INDENT.sub("", _BLOCK.sub("", _LINE.sub("", text)))


def _take(name: str, parts: dict[str, str], importing: tuple[str, ...]) -> None:
    if name in importing:
        raise ValueError(f"{name} imports itself by way of {' and '.join(importing)}")
    if name in parts:
        return
    text = (_HERE / "js" / name).read_text(encoding="utf-8")
    for _, wanted in _IMPORT.findall(text):
        _take(f"{wanted}.js", parts, (*importing, name))
    parts[name] = _as_function(name, text)


def _as_function(name: str, text: str) -> str:
    exports = ", ".join(found["name"] for found in _EXPORT.finditer(text))
    body = _EXPORT.sub("", _IMPORT.sub(r"const {\1} = from_\2;", _bare(text)))
    stem = name.removesuffix(".js")
    return f"const from_{stem} = (() => {{\n{body}return {{ {exports} }};\n}})();\n"
