"""Content as clinicians read it: sentence by sentence, with its sources, and what changed since somebody agreed."""
