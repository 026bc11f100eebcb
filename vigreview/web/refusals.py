"""What a handed-in function raises when a request may not have what it asks for."""

from vigreview.refusals import NotThere, Refused, Unusable

__all__ = ["NotThere", "Refused", "Unusable"]
