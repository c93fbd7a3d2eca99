"""Sentences of every kind of claim about invented people, and strategies that mix them into documents."""

from __future__ import annotations

from hypothesis import strategies as st

SENTENCES = (
    "In 2009 Oleg Varnin sold Delta Bank to Norbank for 1.2 billion dollars.",
    "Six years later, Norbank sold it for 300 million dollars to Pavel Orlov, a former mayor of Karsk.",
    "A woman who was there told me that the police killed at least thirty people.",
    "The ministry said that 12 people had died, most of them in Karsk.",
    "Hundreds of people marched through the capital.",
    "“They arrested my brother in May 2014,” said Mrs. Lena Orlova.",
    "No sanctions have ever been imposed on his family.",
    "Parliament must freeze the accounts of Varnin.",
    "The policemen laid down their weapons and refused to shoot.",
    "Varnin's wife, Irina Varnina, owns 51% of Delta Bank.",
    "He fled to Vienna in 2016 and was granted asylum there.",
    "Prosecutors accused Orlov of embezzling 40 million euros.",
    "The bank paid a bribe of £2m to the minister, according to court papers.",
    "Was he extradited to Norland?",
    "Soldiers fired tear gas at the crowd on 7 January 2022.",
    "If the army stepped in, everything would change.",
    "Orlov, who is chairman of Norbank, denied that he had tortured prisoners.",
    "True revolutions come by themselves.",
)
FEINTS = (
    "Q: And then?", "A: I do not know.", "By Ann Example", "3 January 2022", "* * *", "“", "…", "😀 ﬁn", "İstanbul",
)  # fmt: skip
GAPS = ("\n\n", "\r\n\r\n", "\n", " ", "\n\n\n", "\u00a0", "\t", "\u2028", "\n \n")

paragraphs = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5, unique=True
)
"""Well-formed paragraphs: what a document of any format can hold."""


@st.composite
def mixtures(draw: st.DrawFn) -> str:
    """A plain text of sentences and feints in any order, between any kind of gap; one sentence at least."""
    parts = [draw(st.sampled_from(SENTENCES)), *draw(st.lists(st.sampled_from(SENTENCES + FEINTS), max_size=7))]
    parts = draw(st.permutations(parts))
    return "".join(part + draw(st.sampled_from(GAPS)) for part in parts)
