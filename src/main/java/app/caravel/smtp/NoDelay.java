package app.caravel.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** Sockets without Nagle's algorithm: Angus Mail leaves it on, which costs nine tenths of the rate (measured). */
final class NoDelay {

    private NoDelay() {}

    private static Socket set(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** Plain sockets. */
    static final class Plain extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            return set(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return set(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return set(new Socket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return set(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return set(new Socket(host, port, local, localPort));
        }
    }

    /** TLS sockets of the system's trust. */
    static final class Tls extends SSLSocketFactory {
        private final SSLSocketFactory system = (SSLSocketFactory) SSLSocketFactory.getDefault();

        @Override
        public String[] getDefaultCipherSuites() {
            return system.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return system.getSupportedCipherSuites();
        }

        @Override
        public Socket createSocket() throws IOException {
            return set(system.createSocket());
        }

        @Override
        public Socket createSocket(Socket inner, String host, int port, boolean autoClose) throws IOException {
            return set(system.createSocket(inner, host, port, autoClose));
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return set(system.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return set(system.createSocket(host, port, local, localPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return set(system.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return set(system.createSocket(host, port, local, localPort));
        }
    }
}
