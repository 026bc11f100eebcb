"""Moving pictures: film file, probe, playback copy, clip copy, still. Knows nothing of VIG."""
