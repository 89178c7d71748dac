-- What the sender wrote, where the HTML is made from it: MJML, or a design's blocks as JSON. NULL: the HTML itself.
ALTER TABLE campaign ADD COLUMN original_kind TEXT NOT NULL DEFAULT 'html'; -- html, mjml, design
ALTER TABLE campaign ADD COLUMN original TEXT;
