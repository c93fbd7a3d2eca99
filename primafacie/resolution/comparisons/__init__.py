"""Comparisons: one file each, saying when two names may be one and which of two says more."""

from collections.abc import Mapping

from primafacie.resolution.comparisons.bodies import BodyName
from primafacie.resolution.comparisons.persons import PersonName
from primafacie.resolution.comparisons.places import PlaceName

COMPARISONS: Mapping[str, type[PersonName] | type[BodyName] | type[PlaceName]] = {
    "person": PersonName, "body": BodyName, "place": PlaceName,
}  # fmt: skip

__all__ = ["COMPARISONS", "BodyName", "PersonName", "PlaceName"]
