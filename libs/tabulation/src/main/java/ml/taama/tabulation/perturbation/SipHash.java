package ml.taama.tabulation.perturbation;

/** SipHash-2-4 (Aumasson, Bernstein 2012): a keyed pseudo-random function of 64 bits for short inputs. */
final class SipHash {

    private final long k0;
    private final long k1;

    SipHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    /** Hash of the first {@code length} bytes; linear in their number. */
    long hash(byte[] bytes, int length) {
        long[] v = {
            k0 ^ 0x736f6d6570736575L, k1 ^ 0x646f72616e646f6dL, k0 ^ 0x6c7967656e657261L, k1 ^ 0x7465646279746573L
        };
        int whole = length & ~7;
        for (int at = 0; at < whole; at += 8) {
            compress(v, word(bytes, at, 8));
        }
        compress(v, word(bytes, whole, length - whole) | (long) length << 56);
        return finish(v);
    }

    /** Hash of eight bytes, little-endian; the same as {@link #hash} of them. */
    long hash(long value) {
        long[] v = {
            k0 ^ 0x736f6d6570736575L, k1 ^ 0x646f72616e646f6dL, k0 ^ 0x6c7967656e657261L, k1 ^ 0x7465646279746573L
        };
        compress(v, value);
        compress(v, 8L << 56);
        return finish(v);
    }

    private static long word(byte[] bytes, int at, int length) {
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (bytes[at + i] & 0xffL) << (8 * i);
        }
        return word;
    }

    private static void compress(long[] v, long word) {
        v[3] ^= word;
        round(v);
        round(v);
        v[0] ^= word;
    }

    private static long finish(long[] v) {
        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++) {
            round(v);
        }
        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }

    private static void round(long[] v) {
        v[0] += v[1];
        v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
        v[0] = Long.rotateLeft(v[0], 32);
        v[2] += v[3];
        v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
        v[0] += v[3];
        v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
        v[2] += v[1];
        v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
        v[2] = Long.rotateLeft(v[2], 32);
    }
}
