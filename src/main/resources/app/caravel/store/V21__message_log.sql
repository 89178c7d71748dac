-- How far the message tracking log has come. One row; it and the file's bytes are on disk before the next lines are written.
CREATE TABLE message_log (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    transition_id INTEGER NOT NULL,           -- the last step that is in the files, or has no line
    folder        TEXT,                       -- where the file is; empty: the home's own folder
    file          TEXT,                       -- the file being written; null: the next line begins one
    length        INTEGER NOT NULL,           -- its bytes that hold; what stands behind them was cut off by a crash
    rebuilding    INTEGER NOT NULL DEFAULT 0, -- 1: our files go first, then all is written anew
    off_since     INTEGER                     -- null while the log is on
);
INSERT INTO message_log (id, transition_id, length) VALUES (1, 0, 0);

-- The files that we wrote: of no other one is ever deleted.
CREATE TABLE message_log_file (
    folder TEXT NOT NULL,
    name   TEXT NOT NULL,
    PRIMARY KEY (folder, name)
) WITHOUT ROWID;
