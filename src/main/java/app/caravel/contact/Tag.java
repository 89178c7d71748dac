package app.caravel.contact;

/** A word put on contacts. */
public record Tag(long id, String name, int size) {}
