"""Errors a user can cause: each is one line that says where, what and what to do."""


class PartnergraphError(Exception):
    """Something failed that the user can mend; the command line exits 1."""

    exit_code = 1

    def __init__(self, where: str, what: str, todo: str) -> None:
        super().__init__(" ".join(f"{where}: {what}; {todo}".splitlines()))
        self.where, self.what, self.todo = where, what, todo


class UsageError(PartnergraphError):
    """A name, kind, type or option that does not exist or does not fit; exits 2."""

    exit_code = 2


class ReadError(PartnergraphError):
    """A file that cannot be read as what it claims to be."""


class EvidenceError(PartnergraphError):
    """A relationship whose quote does not stand where it says, or misses an end's words."""


class StoreError(PartnergraphError):
    """A graph that cannot be opened, read or written."""


class ServerError(PartnergraphError):
    """A local Neo4j that cannot be fetched, started or reached."""
