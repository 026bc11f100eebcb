"""What the app costs beside a fixed anchor: `python -m bench [row …]`, or `make bench`."""
