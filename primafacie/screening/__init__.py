"""Screening: the people and companies of a case, or names from anywhere, against sanctions lists."""
