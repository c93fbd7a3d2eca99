"""What can be claimed: one YAML file a kind, with its roles, values, statuses and its codes in the field's standards."""

from primafacie.vocabulary.kinds import KINDS, Kind, Role, kind

__all__ = ["KINDS", "Kind", "Role", "kind"]
