package app.caravel.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.Cursor;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Asks a tracker for events over HTTP. What goes wrong becomes a sentence. */
final class TrackerClient implements AutoCloseable {

    /**
     * What the tracker answered.
     *
     * @param lines one event each
     * @param cursor behind the last of them
     * @param took from asking to the answer's end
     * @param clockOff how far this computer's clock is ahead of the tracker's, as far as whole seconds tell it
     */
    record Answer(List<String> lines, Cursor cursor, Duration took, Duration clockOff) {}

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final UnaryOperator<HttpClient.Builder> web;
    private volatile @Nullable HttpClient http;

    /** @param web gives the client its way to the tracker */
    TrackerClient(UnaryOperator<HttpClient.Builder> web) {
        this.web = web;
    }

    /**
     * @param after null: from the beginning
     * @param wait how long the tracker may wait for an event where there is none, in whole seconds
     */
    Answer ask(PairedTracker tracker, @Nullable Cursor after, int limit, Duration wait) {
        var request = HttpRequest.newBuilder(question(tracker, after, limit, wait))
                .header("Authorization", "Bearer " + tracker.apiKey())
                .header("Accept-Encoding", "gzip")
                .timeout(ANSWER_WITHIN.plus(wait))
                .build();
        long asked = System.nanoTime();
        try {
            var response = http().send(request, BodyHandlers.ofByteArray());
            return answer(tracker, response, Duration.ofNanos(System.nanoTime() - asked));
        } catch (IOException e) {
            throw new Problem(unreachable(tracker, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Reason.of("evidence.tracker-no-answer", "url", tracker.baseUrl()), e);
        }
    }

    private static URI question(PairedTracker tracker, @Nullable Cursor after, int limit, Duration wait) {
        var question = "/api/v1/events?limit=" + limit + (wait.isPositive() ? "&wait=" + wait.toSeconds() : "");
        return URI.create(tracker.baseUrl() + question + (after == null ? "" : "&after=" + URLEncoder.encode(after.toString(), StandardCharsets.UTF_8)));
    }

    private static Answer answer(PairedTracker tracker, HttpResponse<byte[]> response, Duration took) throws IOException {
        int status = response.statusCode();
        if (status == 401 || status == 403) {
            throw Problem.of("evidence.pairing-refused");
        }
        var cursor = response.headers().firstValue("Caravel-Cursor").flatMap(Cursor::parse);
        if (status != 200 || cursor.isEmpty()) {
            throw Problem.of("evidence.tracker-strange", "url", tracker.baseUrl(), "status", String.valueOf(status));
        }
        return new Answer(text(response).lines().filter(line -> !line.isBlank()).toList(), cursor.get(), took, clockOff(response));
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        var bytes = response.body();
        if (response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
            try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = unzipped.readAllBytes();
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Duration clockOff(HttpResponse<byte[]> response) {
        try {
            return response.headers().firstValue("Date")
                    .map(date -> Duration.between(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(), Instant.now()))
                    .orElse(Duration.ZERO);
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private static Reason unreachable(PairedTracker tracker, IOException error) {
        var host = String.valueOf(URI.create(tracker.baseUrl()).getHost());
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
                return Reason.of("evidence.tracker-no-host", "host", host);
            }
            if (cause instanceof SSLException) {
                return Reason.of("evidence.tracker-certificate", "host", host, "error", String.valueOf(cause.getMessage()));
            }
        }
        return error instanceof ConnectException || error instanceof HttpTimeoutException
                ? Reason.of("evidence.tracker-no-answer", "url", tracker.baseUrl())
                : Reason.of("evidence.tracker-broken-off", "url", tracker.baseUrl(), "error", String.valueOf(error.getMessage()));
    }

    private synchronized HttpClient http() {
        var made = http;
        if (made == null) {
            made = web.apply(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_WITHIN)).build();
            http = made;
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (http != null) {
            http.shutdownNow();
        }
    }
}
