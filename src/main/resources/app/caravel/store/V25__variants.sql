-- The same mail in other languages, each for those who read it: [{"language": BCP 47, "subject", "html", "text", "original": {"kind", "source"}}].
-- What stands in the row itself goes to everyone else.
ALTER TABLE campaign ADD COLUMN variants TEXT NOT NULL DEFAULT '[]';
ALTER TABLE template ADD COLUMN variants TEXT NOT NULL DEFAULT '[]';
