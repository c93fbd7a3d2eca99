"""What can be claimed: one YAML file a kind, with roles, values, statuses and codes in the field's standards."""

from primafacie.vocabulary.kinds import EVENT_STANDARDS, KINDS, Kind, Role, kind

__all__ = ["EVENT_STANDARDS", "KINDS", "Kind", "Role", "kind"]
