"""Keys, database, migrations, events and erasure. Knows nothing of films' insides."""
