-- Small facts of the workspace: language, theme, what the first run has shown ...
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
