-- Contacts, the companies they belong to, lists, imports and who must not be written to.
CREATE TABLE company (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL COLLATE NOCASE UNIQUE,
    domain TEXT                               -- a company known by its domain alone has it as its name
);
CREATE INDEX company_domain ON company (domain);

-- How an import went. read + blank = the file's rows; read = added + merged + rejected.
CREATE TABLE import (
    id        INTEGER PRIMARY KEY,
    file      TEXT NOT NULL,
    at        INTEGER NOT NULL,               -- epoch milliseconds, as every time here
    list_id   INTEGER,                        -- list.id, kept when the list goes
    encoding  TEXT,
    rows_read INTEGER NOT NULL DEFAULT 0,
    blank     INTEGER NOT NULL DEFAULT 0,
    added     INTEGER NOT NULL DEFAULT 0,
    merged    INTEGER NOT NULL DEFAULT 0,
    rejected  INTEGER NOT NULL DEFAULT 0,
    undone_at INTEGER
);

CREATE TABLE import_reject (
    import_id INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    line      INTEGER NOT NULL,               -- first line of the row in the file, from 1
    reason    TEXT NOT NULL,                  -- a Reason as JSON
    text      TEXT NOT NULL                   -- the row as it stood in the file
);
CREATE INDEX import_reject_import ON import_reject (import_id, line);

CREATE TABLE contact (
    id              INTEGER PRIMARY KEY,
    address         TEXT NOT NULL UNIQUE,     -- canonical: lower case, the key of a person
    written_address TEXT NOT NULL,            -- as the file wrote it; mail goes to this one
    other_addresses TEXT NOT NULL DEFAULT '[]',
    name            TEXT,
    first_name      TEXT,
    last_name       TEXT,
    salutation      TEXT,
    company_id      INTEGER REFERENCES company (id),
    role            TEXT,
    country         TEXT,                     -- ISO 3166-1 alpha-2
    city            TEXT,
    phone           TEXT,                     -- E.164
    language        TEXT,                     -- BCP 47
    time_zone       TEXT,                     -- IANA name
    attributes      TEXT NOT NULL DEFAULT '{}', -- JSON object: header as written -> value as written
    import_id       INTEGER REFERENCES import (id),
    created_at      INTEGER NOT NULL,
    changed_at      INTEGER NOT NULL
);
-- What a contact was before an import merged into it, so that the import can be undone.
CREATE TABLE import_change (
    import_id  INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    before     TEXT NOT NULL,                 -- JSON object: column -> value
    PRIMARY KEY (import_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX import_change_contact ON import_change (contact_id);

CREATE INDEX contact_company ON contact (company_id);
CREATE INDEX contact_import ON contact (import_id);
CREATE INDEX contact_shown ON contact (coalesce(name, address) COLLATE NOCASE, id);

CREATE TABLE list (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    created_at INTEGER NOT NULL
);

CREATE TABLE list_member (
    list_id    INTEGER NOT NULL REFERENCES list (id) ON DELETE CASCADE,
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    added_at   INTEGER NOT NULL,
    import_id  INTEGER REFERENCES import (id), -- the import that brought him into the list
    PRIMARY KEY (list_id, contact_id)
) WITHOUT ROWID;
CREATE INDEX list_member_contact ON list_member (contact_id);

-- Addresses that must not be written to. One row an address; the first reason wins.
CREATE TABLE suppression (
    address TEXT PRIMARY KEY,                 -- canonical
    reason  TEXT NOT NULL,                    -- unsubscribed, hard_bounce, complaint, manual
    detail  TEXT,
    since   INTEGER NOT NULL
) WITHOUT ROWID;
