"""Dates, money, counts and shares in Russian wording: the same finds as for English, by the same rules of precision."""
