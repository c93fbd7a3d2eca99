"""The tables as this version knows them. ``migrations.py`` makes them; a test holds the two together."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

METADATA = MetaData()


def _source(*, key: bool = False) -> Column[str]:
    return Column("source", Text, ForeignKey("sources.id", ondelete="CASCADE"), nullable=False, primary_key=key)


SCHEMA_VERSION = Table("schema_version", METADATA, Column("version", Integer, primary_key=True))

SOURCES = Table(
    "sources", METADATA,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("origin", Text, nullable=False),
    Column("loader", Text, nullable=False),
    Column("loaded", Text, nullable=False),  # JSON: title, author, … as loaded or given when added
    Column("found", Text, nullable=False),  # JSON: the same, completed by reading; {} until then
)  # fmt: skip

PASSAGES = Table(
    "passages", METADATA,
    _source(key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)  # fmt: skip

CLAIMS = Table(
    "claims", METADATA,
    Column("id", Text, primary_key=True),
    _source(),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("body", Text, nullable=False),
    UniqueConstraint("source", "position"),
    Index("claims_by_kind", "kind", "stance"),
)  # fmt: skip

ENTITIES = Table(
    "entities", METADATA,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("entities_by_name", "name"),
)  # fmt: skip

LINKS = Table(
    "links", METADATA,
    Column("claim", Text, ForeignKey("claims.id", ondelete="CASCADE"), primary_key=True),
    Column("role", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("entity", Text, ForeignKey("entities.id", ondelete="CASCADE"), nullable=False),
    Index("links_by_entity", "entity"),
)  # fmt: skip

EDGES = Table(
    "edges", METADATA,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("edges_by_source", "source"),
    Index("edges_by_target", "target"),
)  # fmt: skip

FINDINGS = Table(
    "findings", METADATA,
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("unit", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip

def _positioned(name: str) -> Table:
    """A table of records that are only ever read all together."""
    columns = Column("position", Integer, primary_key=True), Column("body", Text, nullable=False)
    return Table(name, METADATA, *columns)


LISTS = _positioned("lists")
HITS = _positioned("hits")
STANDINGS = _positioned("standings")
CONTROLS = _positioned("controls")

PROBLEMS = Table(
    "problems", METADATA,
    Column("stage", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("source", Text),
    Column("fatal", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip

JUDGEMENTS = Table(
    "judgements", METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)  # fmt: skip

GRADES = Table(
    "grades", METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),
)  # fmt: skip

REVIEWS = Table(
    "reviews", METADATA,
    Column("number", Integer, primary_key=True),
    Column("claim", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("reviews_by_claim", "claim"),
)  # fmt: skip

RUNS = Table(
    "stage_runs", METADATA,
    Column("stage", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("body", Text, nullable=False),
)  # fmt: skip
