-- The exporter's catalogue.
CREATE TABLE product (
    id            INTEGER PRIMARY KEY,
    item          TEXT NOT NULL COLLATE NOCASE UNIQUE, -- the item number, as the price list writes it
    names         TEXT NOT NULL DEFAULT '{}',          -- JSON: language -> name
    category      TEXT NOT NULL DEFAULT '',
    picture       TEXT NOT NULL DEFAULT '',            -- file:<sha256>.<ending> of a kept picture; empty: none
    specification TEXT NOT NULL DEFAULT '',
    moq           INTEGER,
    prices        TEXT NOT NULL DEFAULT '[]',          -- JSON: [{"quantity": 500, "price": 4.58}], by quantity
    currency      TEXT NOT NULL DEFAULT '',            -- USD
    incoterm      TEXT NOT NULL DEFAULT '',            -- FOB
    port          TEXT NOT NULL DEFAULT '',            -- Zhongshan
    lead_time     TEXT NOT NULL DEFAULT '',            -- 25 days
    packing       TEXT NOT NULL DEFAULT '',
    valid_until   TEXT,                                -- 2026-12-31, the last day of the prices
    link          TEXT NOT NULL DEFAULT '',            -- its page on the web
    changed_at    INTEGER NOT NULL,
    deleted_at    INTEGER                              -- deleted, and can come back
);

CREATE TABLE product_import (
    id        INTEGER PRIMARY KEY,
    file      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    read      INTEGER NOT NULL,
    added     INTEGER NOT NULL,
    changed   INTEGER NOT NULL,
    same      INTEGER NOT NULL,
    rejected  INTEGER NOT NULL,
    undone_at INTEGER
);

-- What an import found, so that it can be taken back.
CREATE TABLE product_import_before (
    import_id  INTEGER NOT NULL REFERENCES product_import (id) ON DELETE CASCADE,
    product_id INTEGER NOT NULL,
    before     TEXT                                    -- JSON; NULL: it was added
);
CREATE INDEX product_import_before_import ON product_import_before (import_id);
