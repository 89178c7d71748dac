-- Whole domains that must not be written to, where suppressions came from and what became of them, and the marks of people who were erased.
CREATE TABLE suppressed_domain (
    domain     TEXT PRIMARY KEY,              -- lower case, A-labels, without @
    subdomains INTEGER NOT NULL DEFAULT 0,    -- 1: whatever ends in .domain too
    reason     TEXT NOT NULL,                 -- manual, imported, own_domain, competitor
    detail     TEXT,
    since      INTEGER NOT NULL,
    import_id  INTEGER                        -- suppression_import.id
) WITHOUT ROWID;
CREATE INDEX suppressed_domain_below ON suppressed_domain (domain) WHERE subdomains;

ALTER TABLE suppression ADD COLUMN import_id INTEGER; -- suppression_import.id; null again as soon as another reason takes its place

-- A file of addresses and domains that were taken in as not to be written to. found = added + known + bad.
CREATE TABLE suppression_import (
    id        INTEGER PRIMARY KEY,
    file      TEXT NOT NULL,
    at        INTEGER NOT NULL,
    found     INTEGER NOT NULL,
    added     INTEGER NOT NULL,
    known     INTEGER NOT NULL,
    bad       INTEGER NOT NULL,
    undone_at INTEGER
);

-- What was said of an address or a domain over time; stays when it may be written to again.
CREATE TABLE suppression_history (
    id     INTEGER PRIMARY KEY,
    target TEXT NOT NULL,                     -- an address, or @ and a domain
    act    TEXT NOT NULL,                     -- on, off, undone (an import that was taken back)
    reason TEXT NOT NULL,                     -- of on: why; of off and undone: why it had been on
    word   TEXT,                              -- of on: the detail; of off: what the person gave as the reason
    at     INTEGER NOT NULL
);
CREATE INDEX suppression_history_target ON suppression_history (target, id);
INSERT INTO suppression_history (target, act, reason, word, at) SELECT address, 'on', reason, detail, since FROM suppression ORDER BY since;

CREATE TRIGGER suppression_on AFTER INSERT ON suppression BEGIN
    INSERT INTO suppression_history (target, act, reason, word, at) VALUES (new.address, 'on', new.reason, new.detail, new.since);
END;
CREATE TRIGGER suppression_again AFTER UPDATE OF reason ON suppression BEGIN
    INSERT INTO suppression_history (target, act, reason, word, at) VALUES (new.address, 'on', new.reason, new.detail, new.since);
END;
CREATE TRIGGER suppressed_domain_on AFTER INSERT ON suppressed_domain BEGIN
    INSERT INTO suppression_history (target, act, reason, word, at) VALUES ('@' || new.domain, 'on', new.reason, new.detail, new.since);
END;
CREATE TRIGGER suppressed_domain_again AFTER UPDATE OF reason, subdomains ON suppressed_domain BEGIN
    INSERT INTO suppression_history (target, act, reason, word, at) VALUES ('@' || new.domain, 'on', new.reason, new.detail, new.since);
END;

-- Made at the first erasure: 32 random bytes.
CREATE TABLE erasure_key (
    id  INTEGER PRIMARY KEY CHECK (id = 1),
    key BLOB NOT NULL,
    last_contact INTEGER NOT NULL DEFAULT 0   -- the highest contact.id that was erased: no newer contact gets one of them
);

-- Who was erased: nothing but a keyed hash of each of his canonical addresses. Never taken back.
CREATE TABLE erasure (
    mark BLOB PRIMARY KEY,                    -- HMAC-SHA256(erasure_key.key, address)
    at   INTEGER NOT NULL
) WITHOUT ROWID;

-- Whoever comes back after he was erased, whichever way, is not written to. hmac_sha256 is ours: app.caravel.store.SqlFunctions.
CREATE TRIGGER contact_was_erased AFTER INSERT ON contact WHEN EXISTS (SELECT 1 FROM erasure) BEGIN
    INSERT INTO suppression (address, reason, since)
    SELECT new.address, 'erased', at FROM erasure WHERE mark = hmac_sha256((SELECT key FROM erasure_key), new.address)
    ON CONFLICT (address) DO UPDATE SET reason = excluded.reason, detail = NULL, since = excluded.since, import_id = NULL WHERE reason <> 'erased';
END;
CREATE TRIGGER contact_becomes_erased AFTER UPDATE OF address ON contact WHEN new.address <> old.address AND EXISTS (SELECT 1 FROM erasure) BEGIN
    INSERT INTO suppression (address, reason, since)
    SELECT new.address, 'erased', at FROM erasure WHERE mark = hmac_sha256((SELECT key FROM erasure_key), new.address)
    ON CONFLICT (address) DO UPDATE SET reason = excluded.reason, detail = NULL, since = excluded.since, import_id = NULL WHERE reason <> 'erased';
END;

-- Signs of a mail whose recipient was erased, handed over by the tracker only after it: nothing of the reader is kept.
CREATE TRIGGER event_of_erased AFTER INSERT ON event
    WHEN EXISTS (SELECT 1 FROM erasure) AND EXISTS (SELECT 1 FROM erasure WHERE mark = hmac_sha256((SELECT key FROM erasure_key), hex(new.random_id))) BEGIN
    UPDATE event SET random_id = zeroblob(10), user_agent = '', address = NULL, network = NULL, raw = '', url = NULL WHERE id = new.id;
END;

-- Where backups of this workspace were written, so that an erasure can name those that still hold somebody.
CREATE TABLE backup_written (
    path TEXT PRIMARY KEY,
    at   INTEGER NOT NULL
) WITHOUT ROWID;
