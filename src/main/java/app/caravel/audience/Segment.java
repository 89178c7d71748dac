package app.caravel.audience;

/** A saved query, always current. */
public record Segment(long id, String name, Query query) {}
