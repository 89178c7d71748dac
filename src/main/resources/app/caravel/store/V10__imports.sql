-- How an import treated people it knew, and the file's column names, so that its rejects can be saved when the file is gone.
ALTER TABLE import ADD COLUMN merge_policy TEXT NOT NULL DEFAULT 'fill'; -- fill, overwrite, skip
ALTER TABLE import ADD COLUMN header TEXT;                               -- the row of column names as it stood in the file

-- What a person said about a file when he imported it, offered for the next one with the same column names.
CREATE TABLE import_shape (
    shape   TEXT PRIMARY KEY,                 -- SHA-256 of the normalised column names, sorted
    options TEXT NOT NULL,                    -- JSON: column name -> what it becomes, encoding, policy ...
    at      INTEGER NOT NULL                  -- when it was last used
) WITHOUT ROWID;
