"""The deployment as processes on this machine: PostgreSQL, Redis, nginx, Rasa and action servers, console, gateway."""

from tests.support.services.programs import ProgramMissing
from tests.support.services.service import Service
from tests.support.services.topology import Topology, topology

__all__ = ["ProgramMissing", "Service", "Topology", "topology"]
