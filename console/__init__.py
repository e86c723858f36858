"""The moderators' site: conversations read and judged, and turned into a better assistant."""
