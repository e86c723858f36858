"""The moves of the conversation, one a file: from a turn and the memory to a step.

Each move is a function ``(turn, memory, library) -> Step``. ``finish`` closes every
one of them, so that no reply is said three times in a row.
"""
