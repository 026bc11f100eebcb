"""The rows of the table, each in a module with a `measure(folder)` that yields them."""
