"""Sentences for the screens of two people, in several languages. Knows nobody, and no screen."""
