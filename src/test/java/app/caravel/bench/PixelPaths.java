package app.caravel.bench;

import java.net.URI;
import java.nio.ByteBuffer;

import app.caravel.protocol.Links;
import app.caravel.protocol.PairingLine;
import app.caravel.protocol.Payload;

/** Prints paths of pixels of many messages, one a line: {@code PixelPaths PAIRING_LINE COUNT}. */
public final class PixelPaths {

    private PixelPaths() {}

    public static void main(String[] arguments) {
        var pairing = PairingLine.parse(arguments[0]).orElseThrow();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            var message = ByteBuffer.allocate(Payload.RANDOM_ID_BYTES).putInt(i).array();
            System.out.println(URI.create(Links.pixel(pairing.baseUrl(), pairing.key(), pairing.workspace(), message)).getPath());
        }
    }
}
