package app.caravel.content.audit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Asks for pages and pictures, each once and politely: two at a time of a host, eight in all, under its own name, the head
 * first, and of the body no more than it takes to read a title or to know a weight.
 */
final class PageFetcher {

    private static final String NAME = "Caravel-link-check/1.0 (a sender looks at the links of a mail before it goes)";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    private static final Duration LOOK_UP = Duration.ofMillis(100);
    private static final Duration ALL = Duration.ofSeconds(45);
    private static final int OF_A_HOST = 2;
    private static final int AT_ONCE = 8;
    /** A title stands in the first part of a page. */
    private static final int FOR_TITLE = 64 * 1024;
    private static final Pattern KEPT_FREE = Pattern.compile("(?i).*\\.(?:example|invalid|test)");
    private static final int FOR_WEIGHT = 6 * 1024 * 1024;

    private final UnaryOperator<HttpClient.Builder> web;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final Semaphore all = new Semaphore(AT_ONCE);

    PageFetcher(UnaryOperator<HttpClient.Builder> web) {
        this.web = web;
    }

    /**
     * Asks for all of them; what is not there in {@code ALL}, or when it is cancelled, came late.
     *
     * @param done told how many are there
     */
    List<Page> fetch(List<References.Reference> references, IntConsumer done, BooleanSupplier cancelled) {
        var pages = new ArrayList<Page>();
        var end = Instant.now().plus(ALL);
        try (var client = web.apply(HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NORMAL)).build();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = references.stream().map(reference -> threads.submit(() -> page(client, reference, cancelled))).toList();
            for (int i = 0; i < asked.size(); i++) {
                pages.add(await(asked.get(i), references.get(i), end, cancelled));
                done.accept(pages.size());
            }
            threads.shutdownNow();
            client.shutdownNow();
        }
        return pages;
    }

    private static Page await(Future<Page> asked, References.Reference reference, Instant end, BooleanSupplier cancelled) {
        while (!cancelled.getAsBoolean() && Instant.now().isBefore(end)) {
            try {
                return asked.get(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // not there yet: see whether anybody still waits for it
            } catch (ExecutionException e) {
                break;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        return Page.without(reference, Page.Answer.LATE, ALL);
    }

    private Page page(HttpClient client, References.Reference reference, BooleanSupplier cancelled) throws InterruptedException {
        if (reference.own() || isNowhere(reference.url())) {
            return Page.without(reference, Page.Answer.NOT_ASKED, Duration.ZERO);
        }
        var uri = uri(reference.url());
        if (uri == null) {
            return Page.without(reference, Page.Answer.NO_HOST, Duration.ZERO);
        }
        var host = hosts.computeIfAbsent(uri.getHost().toLowerCase(Locale.ROOT), _ -> new Semaphore(OF_A_HOST));
        host.acquire();
        all.acquire();
        var begin = Instant.now();
        try {
            return cancelled.getAsBoolean() ? Page.without(reference, Page.Answer.LATE, Duration.ZERO) : asked(client, reference, uri, begin);
        } catch (IOException e) {
            return Page.without(reference, answer(e), Duration.between(begin, Instant.now()));
        } finally {
            all.release();
            host.release();
        }
    }

    /** The head tells the status, the type and mostly the weight; some servers know no head, and a title is in the body. */
    private static Page asked(HttpClient client, References.Reference reference, URI uri, Instant begin) throws IOException, InterruptedException {
        var head = client.send(request(uri).method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding());
        long weight = head.headers().firstValueAsLong("content-length").orElse(-1);
        boolean enough = head.statusCode() < 300 && (reference.picture() ? weight >= 0 : !isHtml(type(head)));
        if (enough) {
            return new Page(reference, Page.Answer.ANSWERED, head.statusCode(), head.uri().toString(), null, type(head), weight, Duration.between(begin, Instant.now()));
        }
        var got = client.send(request(uri).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = got.body()) {
            var read = body.readNBytes(reference.picture() ? FOR_WEIGHT : FOR_TITLE);
            return new Page(reference, Page.Answer.ANSWERED, got.statusCode(), got.uri().toString(), isHtml(type(got)) ? title(read) : null, type(got),
                    got.headers().firstValueAsLong("content-length").orElse(read.length), Duration.between(begin, Instant.now()));
        }
    }

    /** Names that are kept for examples and lead nowhere for anybody (RFC 2606): what is meant cannot be known. */
    private static boolean isNowhere(String url) {
        var uri = uri(url);
        return uri != null && KEPT_FREE.matcher(uri.getHost()).matches();
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(ANSWER).header("User-Agent", NAME).header("Accept", "*/*");
    }

    private static @Nullable URI uri(String url) {
        try {
            var uri = URI.create(url.replace(" ", "%20").replace("|", "%7C"));
            return uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("content-type").map(type -> type.split(";")[0].strip().toLowerCase(Locale.ROOT)).orElse("");
    }

    private static boolean isHtml(String type) {
        return type.isEmpty() || type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    private static @Nullable String title(byte[] html) throws IOException {
        var title = Jsoup.parse(new ByteArrayInputStream(html), null, "").title().strip();
        return title.isEmpty() ? null : title;
    }

    private static Page.Answer answer(IOException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnresolvedAddressException _, UnknownHostException _ -> {
                    return Page.Answer.NO_HOST;
                }
                case SSLException _ -> {
                    return Page.Answer.CERTIFICATE;
                }
                case HttpTimeoutException _ -> {
                    return Page.Answer.LATE;
                }
                default -> {}
            }
        }
        return Page.Answer.NO_ANSWER;
    }
}
