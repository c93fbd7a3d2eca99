"""The evidence graph: relations between entities, when they held, and who owns or controls what through whom.

``build`` makes the edges from the claims, ``as_of`` shows them on a day, ``holdings`` who held what when, ``controls``
what follows from it by the rules of ownership and control (docs/ownership.md).
"""

from primafacie.graph.build import RELATIONS, build
from primafacie.graph.control import controls, controls_by_list
from primafacie.graph.time import Holding, as_of, holdings, in_force

__all__ = ["RELATIONS", "Holding", "as_of", "build", "controls", "controls_by_list", "holdings", "in_force"]
