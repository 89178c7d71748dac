-- How an import treated people it knew, and the file's column names, so that its rejects can be saved when the file is gone.
ALTER TABLE import ADD COLUMN merge_policy TEXT NOT NULL DEFAULT 'fill'; -- fill, overwrite, skip
ALTER TABLE import ADD COLUMN header TEXT;                               -- the row of column names as it stood in the file
