package app.caravel.campaign;

/** A mail that only waits for a connection. */
record Prepared(Message message, Ledger.Starting starting, byte[] mime) {}
