package app.caravel.sandbox;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** The sandbox's mail server: GreenMail, SMTP and IMAP, on loopback alone. */
final class MailServer implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final long START_TIMEOUT_MS = 10_000;

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    /** Starts at the ports wished, or at free ones where they are taken. */
    static MailServer start(int smtpPort, int imapPort) {
        try {
            return on(smtpPort, imapPort);
        } catch (IllegalStateException e) {
            return on(0, 0);
        }
    }

    private static MailServer on(int smtpPort, int imapPort) {
        var server = new GreenMail(new ServerSetup[] {setup(smtpPort, ServerSetup.PROTOCOL_SMTP), setup(imapPort, ServerSetup.PROTOCOL_IMAP)});
        server.start();
        return new MailServer(server);
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
