"""Where the packaged folders are: in the installed package, or beside the checkout."""

from pathlib import Path

from partnergraph.errors import PartnergraphError

_PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The folder `cypher` or `seeds`, which a wheel carries inside the package.

    Raises PartnergraphError where neither the package nor a checkout around it has the folder.

    >>> folder("seeds").name
    'seeds'
    """
    for parent in (_PACKAGE, _PACKAGE.parents[1]):
        if (parent / name).is_dir():
            return parent / name
    raise PartnergraphError(
        str(_PACKAGE / name), "this folder is missing", "install partnergraph again"
    )
