-- Contacts and companies that were merged, kept so that it can be taken back; and those that only look alike.
CREATE TABLE merge (
    id          INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    contact_id  INTEGER NOT NULL,             -- the one who stayed
    deletion_id INTEGER NOT NULL,             -- deletion.id: the others, as they were
    before      TEXT NOT NULL,                -- JSON object: column -> value of the one who stayed
    given       TEXT NOT NULL                 -- JSON object: what he was given beside it: lists, tags, notes, messages, ...
);
CREATE INDEX merge_contact ON merge (contact_id);

-- The addresses of those who were merged away: who comes in under one of them later is the one who stayed.
CREATE TABLE merged_address (
    address    TEXT PRIMARY KEY,              -- canonical
    contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
    merge_id   INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE company_merge (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    company_id INTEGER NOT NULL,              -- the one that stayed
    before     TEXT NOT NULL,                 -- JSON: {"name", "domain", "country"} of the one that stayed
    others     TEXT NOT NULL                  -- JSON array of {"id", "name", "domain", "country", "people": [contact.id]}
);

-- Pairs that a person said are two: kind contact or company, the smaller id first.
CREATE TABLE not_the_same (
    kind   TEXT NOT NULL,
    first  INTEGER NOT NULL,
    second INTEGER NOT NULL,
    PRIMARY KEY (kind, first, second)
) WITHOUT ROWID;
