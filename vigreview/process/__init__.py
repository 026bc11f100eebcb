"""The VIG process in plain verbs: people, consent, question, film, clips, review, progress.

Knows no Streamlit, no HTTP and no ffmpeg.
"""

# First, for how it imports sqlite-utils.
from vigreview import vault as vault
