"""The console's tables, and its view of those in which talk is kept."""

from console.models.audit import AuditEntry
from console.models.chats import TestChat
from console.models.content import SignOff
from console.models.corrections import Correction, Export
from console.models.figures import CountedDay
from console.models.kept import Consent, Conversation, Turn, Version, Word
from console.models.missing import Settled
from console.models.people import Invitation, Person, Role
from console.models.reviews import Comment, State, Tag, Verdict
from console.models.saved import SavedFilter

__all__ = [
    "AuditEntry",
    "Comment",
    "Consent",
    "Conversation",
    "Correction",
    "CountedDay",
    "Export",
    "Invitation",
    "Person",
    "Role",
    "SavedFilter",
    "Settled",
    "SignOff",
    "State",
    "Tag",
    "TestChat",
    "Turn",
    "Verdict",
    "Version",
    "Word",
]
