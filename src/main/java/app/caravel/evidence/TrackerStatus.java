package app.caravel.evidence;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * How it stands with the tracker.
 *
 * @param reachedAt when it answered last; null: never yet
 * @param latency of its last answer that did not wait for an event; null: none yet
 * @param failingSince null: it answers
 * @param problem why it does not answer; null: it answers
 */
public record TrackerStatus(String baseUrl, Instant pairedAt, @Nullable Instant reachedAt, @Nullable Duration latency,
        @Nullable Instant failingSince, @Nullable Reason problem) {}
