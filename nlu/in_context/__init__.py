"""What a message means after the last answer: learned from follow-ups families wrote, ranked topic by topic."""
