"""Where records are kept: the `Store` contract, the SQLite store, and the check of what is stored."""

from onrecord.storage.kinds import KINDS, Record
from onrecord.storage.sqlite import SqliteStore
from onrecord.storage.store import Hit, Store
from onrecord.storage.verify import Finding, verify_store

__all__ = ["KINDS", "Finding", "Hit", "Record", "SqliteStore", "Store", "verify_store"]
