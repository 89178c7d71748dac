package app.caravel.tracker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.EventLine;
import app.caravel.protocol.PairingLine;
import app.caravel.protocol.RawEvent;

/** Asks a tracker over HTTP as mail clients, browsers and desktops do. */
final class Browser {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();

    HttpResponse<byte[]> get(String url, String... headers) throws Exception {
        return ask("GET", url, null, headers);
    }

    HttpResponse<byte[]> ask(String method, String url, @Nullable String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url)).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> events(PairingLine pairing, String question) throws Exception {
        return get(pairing.baseUrl() + "/api/v1/events" + question, "Authorization", "Bearer " + pairing.apiKey());
    }

    List<EventLine> eventsOf(PairingLine pairing) throws Exception {
        return lines(events(pairing, "?limit=5000"));
    }

    List<String> kindsOf(PairingLine pairing) throws Exception {
        return eventsOf(pairing).stream().map(EventLine::event).map(RawEvent::kind).map(RawEvent.Kind::word).toList();
    }

    static List<EventLine> lines(HttpResponse<byte[]> answer) throws IOException {
        return text(answer).lines().map(EventLine::read).toList();
    }

    static String text(HttpResponse<byte[]> answer) throws IOException {
        var bytes = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
