"""Ownership as figures: stakes as of a day, their sparse matrices, integrated ownership and its bounds, chains."""
