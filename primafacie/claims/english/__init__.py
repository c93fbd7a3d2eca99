"""English: its grammar as the lexicon's slots need it, its stances and tenses, and a faster run of its parser."""
