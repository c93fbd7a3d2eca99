"""Loaders of sanctions lists: one module a format, listed in ``LOADERS``; an edition is read whole or refused whole.

load(path)          one edition: a file, or a folder of files that belong together
load_all(folders)   every edition that lies in the folders
"""

from primafacie.screening.lists.edition import Edition
from primafacie.screening.lists.loading import LOADERS, load, load_all

__all__ = ["LOADERS", "Edition", "load", "load_all"]
