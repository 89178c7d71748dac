-- Of a step into sending: this computer's address and the server's, parted by a space; no server's where a proxy leads to it.
ALTER TABLE transition ADD COLUMN line TEXT;
