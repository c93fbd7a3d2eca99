"""Who and what a text speaks of: names, their types, and what pronouns and descriptions take up.

>>> mentions = Mentions(parsed, speakers)
>>> mentions.at(token).text
'Arman Serik'

Order of the reading: ``names`` finds proper names, ``evidence`` weighs what each one names, ``directory`` puts short
forms under the fullest one, ``phrases`` bounds noun phrases and lists, ``anaphora`` and ``descriptions`` resolve what
takes a name up, ``resolver`` answers. The words they go by are data: ``lexicon/<language>/nouns.yaml``, ``names.yaml``.
"""

from .resolver import Mention, Mentions

__all__ = ["Mention", "Mentions"]
