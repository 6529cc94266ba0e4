"""The command line: thin modules that parse, call one function and write.

Nothing heavy is imported here, so that Ctrl-C is answered in one line from the first moment on.
"""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> "NoReturn":
    """Run the command that the process was started with, and exit with its code.

    After Ctrl-C the process ends at once: an interrupt inside an `exec` would have the interpreter
    end by the signal instead of the code.
    """
    try:
        from partnergraph import garbage

        garbage.search_seldom()
        from partnergraph.cli.run import run

        code = run(sys.argv[1:])
        garbage.leave()
    except KeyboardInterrupt:
        code = 130
        sys.stderr.write("partnergraph: stopped; the graph is as it was\n")
    if code == 130:
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)
