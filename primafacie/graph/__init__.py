"""The evidence graph: relations between entities, each with the claims that say so."""

from primafacie.graph.build import RELATIONS, build

__all__ = ["RELATIONS", "build"]
