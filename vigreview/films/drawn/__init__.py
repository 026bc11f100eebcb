"""The film of the demo family: two drawn faces that take turns, with sound.

`script` says what happens when; `acting` and `voices` turn that into poses and sounds; `faces`,
`bodies`, `room` and `stage` draw; `film` puts it together and encodes it.
"""

from vigreview.films.drawn.film import draw_demo_film
from vigreview.films.drawn.script import Moment, moments

MOMENTS = moments()

__all__ = ["MOMENTS", "Moment", "draw_demo_film"]
