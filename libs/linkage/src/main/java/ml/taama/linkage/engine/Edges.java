package ml.taama.linkage.engine;

import java.util.Arrays;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;

/** Pairs that are links: two records and a weight, 16 bytes each. */
public final class Edges {

    /** Bytes that one takes. */
    public static final int BYTES = 16;

    private final long most;
    int[] left = new int[1024];
    int[] right = new int[1024];
    double[] weight = new double[1024];
    int size;

    /** Holds at most so many; one more is refused with the memory it would take. */
    Edges(long most) {
        this.most = most;
    }

    /** Number of links. */
    public int size() {
        return size;
    }

    /** A record of a link. */
    public int left(int edge) {
        return left[edge];
    }

    /** The other record of a link. */
    public int right(int edge) {
        return right[edge];
    }

    /** The match weight of a link. */
    public double weight(int edge) {
        return weight[edge];
    }

    void add(int a, int b, double matchWeight) {
        if (size == left.length) {
            long room = Math.min(Math.min(most, Integer.MAX_VALUE - 64L), size * 3L / 2);
            if (room <= size) {
                throw new LinkageException(
                        Fault.MEMORY, "links", ((size + 1L) * BYTES * 3 / 2) >> 20, (most * BYTES) >> 20);
            }
            left = Arrays.copyOf(left, (int) room);
            right = Arrays.copyOf(right, (int) room);
            weight = Arrays.copyOf(weight, (int) room);
        }
        left[size] = a;
        right[size] = b;
        weight[size++] = matchWeight;
    }
}
