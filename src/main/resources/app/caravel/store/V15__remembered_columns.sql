-- What a person said of the columns of a kind of file, for the next one of that kind.
CREATE TABLE remembered_columns (
    shape   TEXT PRIMARY KEY,                 -- SHA-256 of the column names, without case and punctuation, sorted
    columns TEXT NOT NULL,                    -- JSON object: column name -> field:<key>, attribute:<name> or none
    at      INTEGER NOT NULL
) WITHOUT ROWID;
