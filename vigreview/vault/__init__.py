"""Keys, database, migrations, events and erasure. Knows nothing of films' insides."""

from vigreview import cipher

cipher.import_sqlite_utils_alone()
