"""Our reading of a mapping file against FollowTheMoney's own.

``officers.jsonl`` is what ``followthemoney`` 4.11.2 made of ``officers.csv`` by ``officers.yml``, query by query and
row by row, each entity with its properties sorted. Its ids are digests of keys; ours differ, but are equal where its
are.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from primafacie.claims.registers import mapping, tables
from primafacie.claims.registers.entries import Problems
from primafacie.claims.registers.schemata import schemata
from primafacie.sources import load

STOCK = Path(__file__).resolve().parents[2] / "golden" / "claims" / "registers" / "stock"


def test_the_same_entities_properties_and_links_as_stock_followthemoney() -> None:
    source, _ = load((STOCK / "officers.csv").read_bytes(), "officers.csv")
    assert source is not None
    mapped = mapping.read((STOCK / "officers.yml").read_text("utf-8"))
    assert (mapped.label, mapped.wrong) == ("Officers of Lenz", ())
    # Stock goes through the table once for each query.
    ours = [
        entry for query in mapped.queries
        for entry in tables.entries(source, replace(mapped, queries=(query,)), Problems(source))
    ]  # fmt: skip
    theirs = [json.loads(line) for line in (STOCK / "officers.jsonl").read_text("utf-8").splitlines()]
    assert [entry.schema for entry in ours] == [entity["schema"] for entity in theirs]
    ids = {entry.key: entity["id"] for entry, entity in zip(ours, theirs, strict=True)}
    assert len(ids) == len(set(ids.values())) == len({entity["id"] for entity in theirs})
    for entry, entity in zip(ours, theirs, strict=True):
        said = {name: sorted(value.text for value in values) for name, values in entry.properties.items()}
        linked = {name: sorted(ids[key] for key, _ in links) for name, links in entry.links.items()}
        assert said | linked == {k: v for k, v in entity["properties"].items() if k != "namesMentioned"}
        assert ids[entry.key] == entity["id"]


def test_the_schemata_that_are_read_are_what_the_mapping_of_the_example_needs() -> None:
    kinds = {"Deal", "Killing", "Flight", "Ownership", "Occupancy", "Payment", "Sanction", "Family", "Associate"}
    assert kinds <= {name for name, schema in schemata().items() if schema.is_link}
    assert schemata()["Person"].type == "person"
    assert {"birthDate", "name", "registrationNumber"} <= schemata()["Person"].properties
    assert {"owner", "asset"} <= schemata()["Ownership"].entities
