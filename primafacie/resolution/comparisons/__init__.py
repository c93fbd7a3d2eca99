"""Comparisons: one file each, saying when two names of a case may be one.

Each takes two names as the engine of ``identity`` has compared them. Its rules, in order, are a tuple of functions: the
first that speaks decides. The engine measures how alike two names are; the rules say what that is worth in a case,
where a wrong merger is worse than a missed one. Whether only one bearer fits is asked afterwards (``settle``).
"""
