"""Where graphs are kept: a protocol, SQLite by default."""
