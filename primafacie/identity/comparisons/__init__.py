"""Comparisons: one file each, saying what speaks for two records being one and what against.

The first two weigh names, the others what else is known. Order is the order in which reasons are told.
"""
