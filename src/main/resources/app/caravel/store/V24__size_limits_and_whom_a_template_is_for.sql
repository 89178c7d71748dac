-- What the account's server said when it was tested that it takes; null: it said nothing.
ALTER TABLE account ADD COLUMN mail_size INTEGER;

-- For the sender: whom an own template is for.
ALTER TABLE template ADD COLUMN for_whom TEXT NOT NULL DEFAULT '';
