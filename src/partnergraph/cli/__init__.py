"""The command line: thin modules that parse, call one function and write.

Nothing heavy is imported here, so that Ctrl-C is answered in one line from the first moment on.
"""

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command that the process was started with, and exit with its code."""
    try:
        from partnergraph.cli.run import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)
