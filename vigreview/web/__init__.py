"""The gate, the sign-in pages, and the routes that stream films and keep what was done."""
