package app.caravel.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** The sandbox's mail server: GreenMail, SMTP and IMAP, on loopback alone. */
final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long START_TIMEOUT_MS = 10_000;

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /**
     * Starts at the ports wished, or at another where they are taken.
     *
     * @param another the SMTP port to try then; 0: any that is free
     * @throws Problem that names the port which is taken
     */
    static MailServer start(int smtpPort, int imapPort, int another) {
        try {
            return on(smtpPort, imapPort);
        } catch (IllegalStateException e) {
            try {
                return on(another, 0);
            } catch (IllegalStateException again) {
                throw new Problem(Reason.of("sandbox.port-taken", "port", String.valueOf(another == 0 ? smtpPort : another)), again);
            }
        }
    }

    private static MailServer on(int smtpPort, int imapPort) {
        look(smtpPort);
        look(imapPort);
        var server = new GreenMail(new ServerSetup[] {setup(smtpPort, ServerSetup.PROTOCOL_SMTP), setup(imapPort, ServerSetup.PROTOCOL_IMAP)});
        try {
            server.start();
        } catch (IllegalStateException e) {
            server.stop(); // one of the two may run
            throw e;
        }
        return new MailServer(server);
    }

    /** GreenMail's own thread dies loudly of a port that is taken, so it is looked at first. */
    private static void look(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
            return;
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " is taken", e);
        }
    }

    private static ServerSetup setup(int port, String protocol) {
        var setup = new ServerSetup(port, LOOPBACK, protocol);
        setup.setServerStartupTimeout(START_TIMEOUT_MS);
        return setup;
    }

    GreenMail server() {
        return server;
    }

    int smtpPort() {
        return server.getSmtp().getPort();
    }

    int imapPort() {
        return server.getImap().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
