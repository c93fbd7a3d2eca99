"""Names in Cyrillic and in Latin letters come together: one case, a text in each script."""

from __future__ import annotations

from primafacie import claims, reading, resolution, sources

ENGLISH = """In June 2007 the businessman Ivan Ivanov sold Orda Bank to the Meridian group for 2.1 billion dollars.
President Nursultan Zharbayev praised the deal. Ivanov fled to London in 2009."""
RUSSIAN = """Бизнесмен Иван Иванов продал банк «Орда» группе «Меридиан» за 2,1 млрд долларов.
Президент Нурсултан Жарбаев похвалил сделку. По словам Серика Маратова, Иванова обвинили в хищении.
В 2009 году он бежал в Лондон."""


def test_one_entity_for_a_name_in_two_scripts() -> None:
    texts, found = [], []
    for name, text in (("en.txt", ENGLISH), ("ru.txt", RUSSIAN)):
        source, _ = sources.load(text.encode(), name)
        assert source is not None
        source, passages, _ = reading.read(source)
        read, problems = claims.extract(source, passages)
        assert not problems
        texts.append(source)
        found += read
    entities = resolution.resolve(tuple(texts), tuple(found), ()).entities
    for both in ({"Ivan Ivanov", "Иван Иванов"}, {"Nursultan Zharbayev", "Нурсултан Жарбаев"}, {"London", "Лондон"}):
        assert [e for e in entities if both <= set(e.names)], f"{both} are apart: {[e.names for e in entities]}"
        assert not [e for e in entities if len(both & set(e.names)) == 1]
