package app.caravel.contact;

/** A list of people, hand-picked or imported. */
public record ContactList(long id, String name, int size) {}
