"""The page of a shared review, to read aloud or to print: nothing private is on it."""

import streamlit as st

from vigreview.components.printer.printer import printer
from vigreview.process.together import sitting
from vigreview.screens import screen
from vigreview.screens.review_closing import looking_back
from vigreview.screens.review_stage import Review


def draw() -> None:
    practice = screen.practice()
    found = sitting(practice, screen.asked_for("sitting"))
    if found.kind != "review":
        screen.nothing_here()
    screen.back_to("The journey", "journey", journey=found.journey_id)
    review = Review.of(practice, found)
    with st.container(key="printed"):
        screen.title(review.words("page-title"), review.words("page-people"))
        looking_back(review, "give")
    printer({"words": "Print this page"}, key="print")


draw()
