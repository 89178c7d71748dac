package app.caravel.messagelog.search;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text at once, as one number with the first of them lowest: what is looked for in them is found without a loop. */
final class Eight {

    static final int BYTES = Long.BYTES;
    /** What {@link #zeros} says where it found the last byte only. */
    static final long LAST = 1L << (Long.SIZE - 1);

    private static final VarHandle PLACE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long LOW_BITS = 0x7f7f_7f7f_7f7f_7f7fL;

    private Eight() {}

    static long at(byte[] text, int place) {
        return (long) PLACE.get(text, place);
    }

    /** Eight times the same byte. */
    static long times(int letter) {
        return (letter & 0xff) * ONES;
    }

    /** The highest bit of each byte that is zero, and no other bit. */
    static long zeros(long bytes) {
        return ~(((bytes & LOW_BITS) + LOW_BITS) | bytes | LOW_BITS);
    }

    /** The bytes behind those that were found, and the first where the last of the eight before was found. */
    static long behind(long found, long before) {
        return (found << Byte.SIZE) | (before >>> (Long.SIZE - Byte.SIZE));
    }

    /** How many bytes {@link #zeros} found. */
    static int count(long found) {
        return (int) (((found >>> 7) * ONES) >>> 56);
    }

    /** Which byte is the first of those that {@link #zeros} found. */
    static int first(long found) {
        return Long.numberOfTrailingZeros(found) / Byte.SIZE;
    }

    /** Which byte is the last of those that {@link #zeros} found. */
    static int last(long found) {
        return BYTES - 1 - Long.numberOfLeadingZeros(found) / Byte.SIZE;
    }
}
