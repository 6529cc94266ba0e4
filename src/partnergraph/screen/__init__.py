"""Answers as a person reads them in a terminal: what to call things, tables, what to ask next."""
