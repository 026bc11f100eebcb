"""One cycle of a journey at the desk: a film and what was said when it was reviewed together."""

from html import escape

import streamlit as st

from vigreview.components.clip_player.clip_player import clip_player
from vigreview.languages.words import Words
from vigreview.process.consent import may
from vigreview.process.microanalysis import Clip
from vigreview.process.practice import Practice
from vigreview.process.progress import Cycle, Review
from vigreview.process.shared_review import OF_A_CLIP, Idea, NextTime, Noticing
from vigreview.process.wording import principles
from vigreview.screens import screen

PLAYING = "clip playing"
WONDERING = {
    "wondering": "wondering",
    "thinking": "wondering what baby was thinking",
    "feeling": "wondering what baby was feeling",
    "me": "about that moment",
}


def the_cycle(practice: Practice, cycle: Cycle) -> None:
    """Put a cycle on the screen: strengths first, then clip by clip, then ideas."""
    with st.container(border=True, key=f"cycle-{cycle.number}"):
        film = cycle.film
        screen.heading(f"Film {cycle.number}", f"Filmed on {screen.day(film.filmed_on)}")
        if film.state == "erased":
            screen.text(
                f"This film was erased on {screen.day((film.erased_at or '')[:10])}: {film.why}",
                "quiet",
            )
        if cycle.review is None:
            if film.state == "ready":
                screen.text("No shared review yet.", "quiet")
            return
        review = cycle.review
        if review.strengths:
            screen.heading("Strengths")
            for said in review.strengths:
                one_of(said)
        if review.before:
            screen.heading("How things had been")
            for said in review.before:
                one_of(said)
        for clip in review.clips:
            the_clip(practice, clip, review)
        for said in review.without_clip:
            about_a_moment(said)
        thoughts(review)
        if film.state == "ready" and review.clips:
            label = "A keepsake of these moments"
            if st.button(label, key=f"keepsake-{film.id}", type="tertiary"):
                screen.go("keepsake", film=film.id)
        page = "The page of this review, to read or to print"
        if st.button(page, key=f"page-{review.sitting.id}", type="tertiary"):
            screen.go("review_page", sitting=review.sitting.id)


def the_clip(practice: Practice, clip: Clip, review: Review) -> None:
    picture, words = st.columns([1, 1.6], vertical_alignment="top")
    permission = may(practice, "play", clip.film_id)
    with picture:
        if not permission:
            screen.text(permission.because, "quiet")
        elif st.session_state.get(PLAYING) == clip.id:
            clip_player(
                {
                    "src": f"/clips/{clip.id}",
                    "name": clip.name,
                    "words": Words().parts("player"),
                    "width": 16,
                    "height": 9,
                },
                key=f"play-{clip.id}",
            )
        else:
            st.html(screen.still_html(clip.face, clip.name or "A still of this clip"))
            if st.button("Play this moment", key=f"to-play-{clip.id}", width="stretch"):
                st.session_state[PLAYING] = clip.id
                st.rerun()
    with words:
        if clip.name:
            screen.heading(clip.name)
        for kind in OF_A_CLIP:
            for said in review.said(kind, clip.id):
                about_a_moment(said)


def about_a_moment(said: Noticing) -> None:
    """Put on the screen what was said of a clip, how it was worded first, and what it shows."""
    one_of(said, WONDERING.get(said.kind, ""))
    if said.principles:
        named = ", ".join(map(principles(screen.practice()).name_of, said.principles))
        screen.text(named, "quiet")


def one_of(said: Noticing, doing: str = "", kind: str = "") -> None:
    """Put somebody's words on the screen, and those in which they were said first."""
    who = f"{whose(said)}, {doing}" if doing else whose(said)
    screen.quote_said(said, who, kind or speaker(said))
    first_said(said)


def first_said(said: Noticing | Idea | NextTime) -> None:
    """Put on the screen what was said first, where it was put differently since."""
    when = said.first_when if isinstance(said, NextTime) else None
    first = dict.fromkeys([said.first_words, said.first_original, when])
    standing = {said.words, said.original}
    told = [words for words in first if words and words not in standing]
    if told:
        each = " · ".join(f"<bdi>{escape(words)}</bdi>" for words in told)
        st.html(f'<p class="quiet">First said: {each}</p>')


def whose(said: Noticing | Idea) -> str:
    return "Together" if said.by_both else said.who


def speaker(said: Noticing) -> str:
    return "parent" if said.by_parent or said.by_both else "practitioner"


def thoughts(review: Review) -> None:
    """Put the ideas on the screen, what was noticed since, what was on a mind, and next time."""
    if review.ideas:
        screen.heading("Ideas to try")
        for idea in review.ideas:
            an_idea(idea, review)
    if review.since:
        screen.heading("What was noticed since")
        for said in review.since:
            one_of(said)
    mind = review.said("mind")
    if mind:
        screen.heading("Something on their mind")
        for said in mind:
            one_of(said, kind="mind")
    if review.next_times:
        screen.heading("For next time")
        for one in review.next_times:
            if one.ending:
                screen.quote("We come to the end", kind="earlier")
            else:
                screen.quote_said(one, one.when_words or "", "earlier")
                first_said(one)


def an_idea(idea: Idea, review: Review) -> None:
    """Put an idea on the screen, when it might fit, and the words from which it came."""
    say = Words()
    when = [say(f"when-{one}") for one in idea.fits]
    screen.quote_said(idea, screen.joined([whose(idea), *when, idea.when_words or ""]))
    first_said(idea)
    born = next((said for said in review.noticings if said.id == idea.noticing_id), None)
    if born:
        clip = next((one for one in review.clips if one.id == idea.clip_id), None)
        where = f" in “{clip.name}”" if clip and clip.name else ""
        screen.text(f"From what was noticed{where}: {born.words}", "quiet")
