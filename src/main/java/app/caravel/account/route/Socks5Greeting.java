package app.caravel.account.route;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import app.caravel.account.route.ProxyException.Why;

/** Asks a SOCKS5 proxy to lead on (RFC 1928), by user and password where it wants them (RFC 1929). It is given the server's name, not its address. */
final class Socks5Greeting {

    private static final int NO_SIGN_IN = 0;
    private static final int BY_PASSWORD = 2;
    private static final int NONE_DOES = 0xFF;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private Socks5Greeting() {}

    static void ask(Socket line, Route.Socks5 proxy, String host, int port) throws IOException {
        var in = new DataInputStream(line.getInputStream());
        var credentials = proxy.credentials();
        line.getOutputStream().write(credentials == null ? new byte[] {5, 1, NO_SIGN_IN} : new byte[] {5, 2, NO_SIGN_IN, BY_PASSWORD});
        if (read(in, proxy) != 5) {
            throw new ProxyException(Why.STRANGE, proxy, "this is no SOCKS5 proxy");
        }
        switch (read(in, proxy)) {
            case NO_SIGN_IN -> { }
            case BY_PASSWORD -> signIn(line, in, proxy);
            case NONE_DOES -> throw new ProxyException(Why.SIGN_IN, proxy, "it lets nobody in so");
            default -> throw new ProxyException(Why.STRANGE, proxy, "it wants a way to sign in that was not offered");
        }
        line.getOutputStream().write(request(proxy, host, port));
        answer(in, proxy);
    }

    private static void signIn(Socket line, DataInputStream in, Route.Socks5 proxy) throws IOException {
        var credentials = proxy.credentials();
        if (credentials == null) {
            throw new ProxyException(Why.SIGN_IN, proxy, "it wants a user name and a password");
        }
        var message = new ByteArrayOutputStream();
        message.write(1);
        put(message, credentials.user(), proxy);
        put(message, credentials.password(), proxy);
        line.getOutputStream().write(message.toByteArray());
        read(in, proxy);
        if (read(in, proxy) != 0) {
            throw new ProxyException(Why.SIGN_IN, proxy, "it refused the user name or the password");
        }
    }

    private static byte[] request(Route.Socks5 proxy, String host, int port) throws IOException {
        var message = new ByteArrayOutputStream();
        message.writeBytes(new byte[] {5, 1, 0, NAME});
        put(message, host, proxy);
        message.write(port >> 8);
        message.write(port);
        return message.toByteArray();
    }

    private static void put(ByteArrayOutputStream message, String words, Route.Socks5 proxy) throws IOException {
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw new ProxyException(Why.STRANGE, proxy, "a name or a password is longer than SOCKS5 takes");
        }
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private static void answer(DataInputStream in, Route.Socks5 proxy) throws IOException {
        if (read(in, proxy) != 5) {
            throw new ProxyException(Why.STRANGE, proxy, "it broke off");
        }
        int code = read(in, proxy);
        if (code != 0) {
            throw new ProxyException(code == 2 ? Why.FORBIDDEN : Why.NO_WAY, proxy, "SOCKS5 error " + code);
        }
        read(in, proxy);
        int length = switch (read(in, proxy)) {
            case IPV4 -> 4;
            case IPV6 -> 16;
            case NAME -> read(in, proxy);
            default -> throw new ProxyException(Why.STRANGE, proxy, "it names an address of no known kind");
        };
        for (int i = 0; i < length + 2; i++) {
            read(in, proxy);
        }
    }

    private static int read(DataInputStream in, Route.Socks5 proxy) throws IOException {
        int read = in.read();
        if (read < 0) {
            throw new ProxyException(Why.STRANGE, proxy, "it broke off");
        }
        return read;
    }
}
