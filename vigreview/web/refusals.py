"""What a handed-in function raises when a request may not have what it asks for."""


class Refused(Exception):
    """The person may not do this; ``str()`` is one sentence for them. Answered with 403."""


class NotThere(Exception):
    """There is nothing of that number, or not any more. Answered with 404."""


class Unusable(Exception):
    """What was sent cannot be used; ``str()`` is one sentence for the person. Answered with 400."""
