"""Values: pure leaves that find dates, money, counts, shares and names in a text, and say exactly where.

Every ``find_*`` returns frozen finds in order, disjoint, with half-open character offsets into the text given.
"""
