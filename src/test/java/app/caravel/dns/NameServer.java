package app.caravel.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on loopback: answers from what the test told it, with NXDOMAIN and its SOA for everything else. */
public final class NameServer implements AutoCloseable {

    /** How it answers names that it was not told. */
    public enum Otherwise { NO_SUCH_NAME, NO_SUCH_NAME_WITHOUT_SOA, SERVER_FAILURE, SILENCE }

    private final DatagramSocket socket;
    private final Map<Name, List<Record>> records = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Otherwise otherwise = Otherwise.NO_SUCH_NAME;

    public NameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("name-server").daemon().start(this::serve);
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(socket.getLocalAddress(), socket.getLocalPort());
    }

    public NameServer otherwise(Otherwise how) {
        otherwise = how;
        return this;
    }

    /** Says something of a name, as a zone file would: {@code "MX", "10 mail.a.example."}; without a type: only that it is there. */
    public NameServer says(String name, String... typesAndValues) throws IOException {
        var all = new java.util.ArrayList<Record>();
        var owner = Name.fromString(name, Name.root);
        for (int i = 0; i < typesAndValues.length; i += 2) {
            all.add(Record.fromString(owner, Type.value(typesAndValues[i]), DClass.IN, 300, typesAndValues[i + 1], Name.root));
        }
        records.put(owner, List.copyOf(all));
        return this;
    }

    /** How many questions came. */
    public int asked() {
        return asked.get();
    }

    private void serve() {
        var buffer = new byte[4_096];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                asked.incrementAndGet();
                var answer = answer(new Message(java.util.Arrays.copyOf(packet.getData(), packet.getLength())));
                if (answer != null) {
                    var bytes = answer.toWire(4_096);
                    socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
                }
            } catch (SocketException e) {
                return; // closed
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    private @org.jspecify.annotations.Nullable Message answer(Message question) {
        var about = question.getQuestion();
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(about, Section.QUESTION);
        var known = records.get(about.getName());
        if (known == null) {
            switch (otherwise) {
                case SILENCE -> {
                    return null;
                }
                case SERVER_FAILURE -> answer.getHeader().setRcode(Rcode.SERVFAIL);
                default -> answer.getHeader().setRcode(Rcode.NXDOMAIN);
            }
            if (otherwise != Otherwise.NO_SUCH_NAME) {
                return answer;
            }
        } else {
            known.stream().filter(record -> record.getType() == about.getType()).forEach(record -> answer.addRecord(record, Section.ANSWER));
        }
        if (answer.getSection(Section.ANSWER).isEmpty()) {
            answer.addRecord(new SOARecord(Name.root, DClass.IN, 300, Name.root, Name.root, 1, 300, 300, 300, 300), Section.AUTHORITY);
        }
        return answer;
    }

    @Override
    public void close() {
        socket.close();
    }
}
