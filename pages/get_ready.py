"""Getting ready: the clips in order, who will be there, then the tablet is handed over."""

import streamlit as st

from vigreview.handing_over import hand_over_review
from vigreview.process.consent import may
from vigreview.process.filming import Film, film
from vigreview.process.helping_question import helping_question
from vigreview.process.journeys import journey as the_journey
from vigreview.process.microanalysis import clips
from vigreview.process.practice import Practice
from vigreview.process.shared_review import get_ready, readiness, review_clips
from vigreview.process.together import sitting
from vigreview.screens import screen
from vigreview.screens.holding_card import on_hold
from vigreview.screens.language_choice import language_of_screen
from vigreview.screens.presence_card import who_will_be_there


def draw() -> None:
    practice = screen.practice()
    one = film(practice, screen.asked_for("film"))
    journey = the_journey(practice, one.journey_id)
    screen.back_to(f"Clips of {one.called}", "clips", film=one.id)
    screen.title("Getting ready", "A calm look at what you will share, before you sit together.")
    screen.refusal()
    if one.held_at:
        on_hold(practice, one)
        return
    permission = may(practice, "review", one.id)
    if not permission:
        with st.container(border=True):
            never = one.for_supervision
            screen.heading("Not for a shared review" if never else "Not to be shown together yet")
            screen.text(permission.because)
            if not never and st.button("To consent", type="primary", key="to_consent"):
                screen.go("consent", journey=journey.id)
        return
    if not any(clip.chosen for clip in clips(practice, one.id)):
        screen.text("Choose at least one clip first.")
        return
    question = helping_question(practice, journey.id).words
    if question:
        screen.quote(question)
    the_review(practice, one)


def the_review(practice: Practice, one: Film) -> None:
    sitting_id = get_ready(practice, one.id)
    for column, clip in zip(st.columns(4), review_clips(practice, sitting_id), strict=False):
        with column:
            st.html(screen.still_html(clip.face, clip.name or "A still of this clip"))
            screen.text(clip.name or "A moment", "quiet")
    with st.container(horizontal=True):
        if st.button("Rehearse", key="rehearse"):
            screen.go("rehearse", film=one.id)
        if st.button("Their consent", key="consent", type="tertiary"):
            screen.go("consent", journey=one.journey_id)
    who_will_be_there(practice, sitting_id)
    with st.container(border=True):
        waiting(sitting_id)


@st.fragment(run_every=1)
def waiting(sitting_id: int) -> None:
    practice = screen.practice()
    screen.refusal()  # a tap in here runs this fragment alone
    made = readiness(practice, sitting_id)
    if not made.ready:
        if made.why:
            st.warning(screen.plain(made.why))
        share = made.made / made.wanted if made.wanted else 0.0
        st.progress(share, text=f"Making the clips ready: {made.made} of {made.wanted}")
        return
    screen.text("Everything is ready.", "lead")
    screen.text(
        "From here on the tablet shows these clips and nothing else. Leaving asks for your PIN.",
        "quiet",
    )
    journey_id = sitting(practice, sitting_id).journey_id
    language = language_of_screen(practice, journey_id)
    st.button(
        "Hand over the tablet",
        type="primary",
        key="hand_over",
        on_click=screen.doing,
        args=(hand_over_review, sitting_id, language),
    )


draw()
