"""The order for the review: the clips of a film as a list that is put in order by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypedDict

from vigreview.components.assets import Part, ignore, register


class OrderedClip(TypedDict):
    """A clip in the list; `length_us` counts into the running time where it is `chosen`."""

    id: int
    name: str
    length_us: int
    chosen: bool


class Order(TypedDict):
    """A film's clips in the order for the review; `selected` is the one on the bench."""

    film_id: int
    clips: Sequence[OrderedClip]
    selected: int | None


class OrderSays(TypedDict):
    """What happened in this run: a clip to show, or an order that was kept; None where nothing."""

    selected: int | None
    ordered: list[int] | None


PART = Part("order", scripts=("order/order.js",), styles=("order/order.css",))
_mount = register(PART)


def order(data: Order, key: str) -> OrderSays:
    """Mount the list. Act: put_in_order {film_id, order} with all ids, after a drag or a key."""
    says = _mount(data=data, key=key, on_selected_change=ignore, on_ordered_change=ignore)
    return {"selected": says.selected, "ordered": says.ordered}
