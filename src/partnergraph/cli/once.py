"""Options that are given twice: what takes one says so, instead of keeping the last."""

from collections import Counter
from collections.abc import Sequence

import click


def check_once(
    command: click.Command, name: str, arguments: Sequence[str], parent: click.Context | None
) -> None:
    """See that no option that takes one value is given twice.

    Raises click.UsageError for one that is, and for arguments that cannot be parsed.
    """
    context = click.Context(command, info_name=name, parent=parent, **command.context_settings)
    order = command.make_parser(context).parse_args(list(arguments))[2]
    for option, count in Counter(map(id, order)).items():
        (found,) = [each for each in command.get_params(context) if id(each) == option]
        if count > 1 and isinstance(found, click.Option) and _takes_one(found):
            said = f"{found.opts[-1]} takes one value and was given {count}"
            raise click.UsageError(f"{said}: ask once for each", context)


def _takes_one(option: click.Option) -> bool:
    return not (option.multiple or option.is_flag or option.count)
