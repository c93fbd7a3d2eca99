"""English verbs by what they do with their arguments."""

from __future__ import annotations

OBJECT_CONTROL = frozenset(
    "accuse advise allow ask assist authorise authorize beg blame cause charge command compel convict convince "
    "direct empower enable encourage entitle expect forbid force get help hire implore induce inspire instruct "
    "invite lead license mandate motivate oblige order permit persuade pressure prevent prompt push recruit "
    "remind request require suspect task teach tell tempt train urge warn want criticize criticise condemn praise "
    "thank fault rebuke denounce slam chide scold jail imprison sanction fine punish sue dismiss fire sack "
    "suspend prosecute lambast castigate reprimand reward honour honor try arrest detain indict sentence execute "
    "investigate".split()
)
"""Verbs whose object, not subject, does what the dependent infinitive or gerund says."""
LIGHT = frozenset(
    "adopt announce apply be broker carry commit conclude conduct declare do enact enforce engage execute extend face "
    "facilitate handle process arrange finalise finalize give have hold impose inflict introduce issue launch levy "
    "lift make mount order organise organize perform perpetrate place plan play put reach receive remove renew resume "
    "see sign slap stage start suffer take undergo undertake unleash use waive wage "
    "witness complete agree approve block continue involve lead join".split()
)
"""Verbs that lend their subject and complements to an event noun: "impose sanctions on", "carry out the arrest of"."""
LENDING = {
    "engage": ("in",), "participate": ("in",), "involve": ("in",), "carry": ("out", "on"), "respond": ("with", "by"),
    "retaliate": ("with", "by"), "hit": ("with",), "call": ("for",), "take": ("in",), "agree": ("to", "on"),
}  # fmt: skip
"""Verbs that lend their subject to an event noun after a preposition: "responded with", never "responded to"."""
EFFECTS = frozenset("kill injure wound hurt leave damage destroy cause claim maim burn".split())
"""Verbs whose participle after a passive says what came of it: "two inns were bombed, injuring a girl"."""
SUFFERED = EFFECTS | frozenset(
    "arrest detain jail kidnap abduct murder execute behead shoot displace hospitalize".split()
)
"""Verbs whose participle makes a headline without "were": "12 killed, 15 injured"."""
CAUSING = frozenset("order want have see leave get keep".split())
"""Verbs after which a participle says what is done to its noun: "ordered his assets frozen"."""
PARTICIPLES = frozenset(
    "beaten taken given driven stolen thrown shown known written hidden broken chosen frozen drawn torn shaken".split()
)
"""Forms that can only be participles, whatever the parser's tagger makes of them after a first one."""
UNCHANGED = frozenset("put hit hurt cut shut beat set".split())
"""Participles that look like the bare verb: "had him put to death"."""
BORNE = frozenset(
    "extradite deport jail sentence convict execute shoot torture fine dismiss expel hang detain arrest imprison "
    "banish charge indict acquit sack fire oust rape kidnap abduct kill murder wound release sell transfer "
    "freeze".split()
)
"""Verbs that need an object: without one after "was arrested and …" they say what was done to the same subject."""
