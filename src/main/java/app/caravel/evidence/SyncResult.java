package app.caravel.evidence;

import app.caravel.protocol.Cursor;

/**
 * What a pull brought.
 *
 * @param events new ones
 * @param cursor how far the tracker was read
 */
public record SyncResult(int events, Cursor cursor) {}
