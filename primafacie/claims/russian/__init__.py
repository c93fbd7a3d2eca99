"""Reading Russian: the parse, the grammar, the names and the words of saying, for the same engine and lexicon format.

Order of the reading: ``parsing`` makes a spaCy ``Doc`` of natasha's analysis, ``syntax`` finds who does what to whom,
``matching`` fills the lexicon's slots, ``phrases`` bounds the words, ``stance`` says how firmly, ``mentions`` resolves
names and pronouns, ``attributions`` tells who says so. The words they go by are data: ``lexicon/ru``.
"""
