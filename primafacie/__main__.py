"""``python -m primafacie`` is the same as ``primafacie``."""

from __future__ import annotations

from primafacie.cli import main

if __name__ == "__main__":
    main()
