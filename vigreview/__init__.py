"""A shared-review companion for Video Interaction Guidance."""
