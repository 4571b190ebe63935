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
    private long beyond;

    /** Holds at most so many; those beyond are counted, and {@link #check} refuses them with the memory they would take. */
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
                beyond++;
                return;
            }
            left = Arrays.copyOf(left, (int) room);
            right = Arrays.copyOf(right, (int) room);
            weight = Arrays.copyOf(weight, (int) room);
        }
        left[size] = a;
        right[size] = b;
        weight[size++] = matchWeight;
    }

    /**
     * Says whether all links were held.
     *
     * @throws LinkageException {@link Fault#MEMORY} with the megabytes that all of them take and those set, or
     *     {@link Fault#TOO_MANY}
     */
    void check() {
        long all = (long) size + beyond;
        if (all > Integer.MAX_VALUE - 64L) {
            throw new LinkageException(Fault.TOO_MANY, "links", all, Integer.MAX_VALUE - 64L);
        }
        if (beyond > 0) {
            throw new LinkageException(Fault.MEMORY, "links", ((all * BYTES) >> 20) + 1, (most * BYTES) >> 20);
        }
    }
}
