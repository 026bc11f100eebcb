"""What is raised where a person may not have, or cannot do, what they ask for."""


class Refused(Exception):
    """The person may not do this, or not now; ``str()`` is one sentence for them (HTTP 403)."""


class TooLarge(Refused):
    """What was sent is larger than this device takes in (HTTP 413)."""


class NoRoom(Refused):
    """There is no room left on this device; later there may be (HTTP 507)."""


class NotThere(Exception):
    """There is nothing of that number, or not any more, or not from this seat (HTTP 404)."""


class Gone(NotThere):
    """It was there and has been taken away for good (HTTP 410)."""


class Unusable(Exception):
    """What was sent cannot be used; ``str()`` is one sentence for the person (HTTP 400)."""
