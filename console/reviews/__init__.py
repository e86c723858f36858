"""What moderators make of turns: verdicts, a second look where safety is touched, and how far two agree."""
