"""What can be claimed: one YAML file a kind, with roles, values, statuses and codes in the field's standards."""

from primafacie.vocabulary.kinds import KINDS, Kind, Role, kind

__all__ = ["KINDS", "Kind", "Role", "kind"]
