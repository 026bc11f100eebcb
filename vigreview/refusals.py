"""What is raised where a person may not have, or cannot do, what they ask for."""


class Refused(Exception):
    """The person may not do this, or not now; ``str()`` is one sentence for them (HTTP 403)."""


class NotThere(Exception):
    """There is nothing of that number, or not any more, or not from this seat (HTTP 404)."""


class Unusable(Exception):
    """What was sent cannot be used; ``str()`` is one sentence for the person (HTTP 400)."""
