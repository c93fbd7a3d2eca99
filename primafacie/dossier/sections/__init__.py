"""The sections of the dossier, one file each: what a section says, as plain data for the template of the same name."""
