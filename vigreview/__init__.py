"""A shared-review companion for Video Interaction Guidance."""

# First of all, so that sqlite-utils finds SQLCipher where it looks for SQLite: see its docstring.
from vigreview import cipher as cipher
