"""What the gateway keeps: the inbox, the outbox, and the little it knows of each chat."""
