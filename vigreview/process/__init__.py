"""The VIG process in plain verbs: people, consent, question, film, clips, review, progress.

Knows no Streamlit, no HTTP and no ffmpeg.
"""
