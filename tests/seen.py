"""How the film on a screen is found: the bench has others under the one that is seen."""

FILM = "video:not([aria-hidden])"
