-- Contacts that were deleted, kept for some weeks so that it can be taken back. What was sent to them stays in the ledger.
CREATE TABLE deletion (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL
);

CREATE TABLE deleted_contact (
    contact_id  INTEGER PRIMARY KEY,          -- no newer contact gets this id
    deletion_id INTEGER NOT NULL REFERENCES deletion (id) ON DELETE CASCADE,
    contact     TEXT NOT NULL,                -- JSON object: column -> value, with the company by its name and domain
    lists       TEXT NOT NULL,                -- JSON array of [list_id, added_at, import_id]
    changes     TEXT NOT NULL,                -- JSON array of [import_id, before]
    follow_up   TEXT                          -- JSON array [handled_at, until]
);
CREATE INDEX deleted_contact_deletion ON deleted_contact (deletion_id);
