package ml.taama.linkage.engine;

import java.util.Arrays;

/** Links between records that come and go: for each record a list of others, with weights. */
final class Links {

    private int[] head = {};
    private int[] to = new int[64];
    private int[] next = new int[64];
    private double[] weight = new double[64];
    private int used = 1;
    private int free;

    /** Takes the links of a record. */
    interface Taker {
        void take(int other, double weight);
    }

    void add(int a, int b, double matchWeight) {
        half(a, b, matchWeight);
        half(b, a, matchWeight);
    }

    private void half(int from, int other, double matchWeight) {
        int link = free;
        if (link != 0) {
            free = next[link];
        } else {
            if (used == to.length) {
                int room = (int) Math.min(Integer.MAX_VALUE - 64L, used * 3L / 2);
                to = Arrays.copyOf(to, room);
                next = Arrays.copyOf(next, room);
                weight = Arrays.copyOf(weight, room);
            }
            link = used++;
        }
        head = Records.room(head, from);
        to[link] = other;
        weight[link] = matchWeight;
        next[link] = head[from];
        head[from] = link;
    }

    /** Removes every link of a record. */
    void clear(int record) {
        if (record >= head.length) {
            return;
        }
        for (int link = head[record]; link != 0; ) {
            int after = next[link];
            cut(to[link], record);
            release(link);
            link = after;
        }
        head[record] = 0;
    }

    private void cut(int from, int other) {
        int before = 0;
        for (int link = head[from]; link != 0; link = next[link]) {
            if (to[link] == other) {
                if (before == 0) {
                    head[from] = next[link];
                } else {
                    next[before] = next[link];
                }
                release(link);
                return;
            }
            before = link;
        }
    }

    private void release(int link) {
        next[link] = free;
        free = link;
    }

    void each(int record, Taker taker) {
        for (int link = record < head.length ? head[record] : 0; link != 0; link = next[link]) {
            taker.take(to[link], weight[link]);
        }
    }
}
