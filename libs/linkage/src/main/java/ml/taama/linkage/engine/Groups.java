package ml.taama.linkage.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ml.taama.linkage.Rule;

/**
 * The blocks of a rule while records come and go: a list of members for each block, and for each refinement of it. Two
 * records are a pair exactly when a full run would make them one: at the first level at which their block is within the
 * cap, or else when they fall into the same part of the last level.
 */
final class Groups {

    private final Records records;
    private final List<String> fields;
    private final int cap;
    private final List<LongIntMap> composite = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();

    /** One level of refinement. */
    private static final class Level {
        private final LongIntMap numbers = new LongIntMap(16);
        private int[] group = {};
        private int[] next = {};
        private int[] previous = {};
        private int[] head = {};
        private int[] count = {};

        void add(int record, int number) {
            group = Records.room(group, record);
            next = Records.room(next, record);
            previous = Records.room(previous, record);
            head = Records.room(head, number);
            count = Records.room(count, number);
            group[record] = number;
            int first = head[number];
            next[record] = first;
            previous[record] = 0;
            if (first != 0) {
                previous[first - 1] = record + 1;
            }
            head[number] = record + 1;
            count[number]++;
        }

        void remove(int record) {
            int number = group[record];
            int before = previous[record];
            int after = next[record];
            if (before == 0) {
                head[number] = after;
            } else {
                next[before - 1] = after;
            }
            if (after != 0) {
                previous[after - 1] = before;
            }
            count[number]--;
            group[record] = 0;
        }

        int count(int number) {
            return number < count.length ? count[number] : 0;
        }
    }

    Groups(Records records, Rule rule, int cap) {
        this.records = records;
        this.fields = new ArrayList<>(rule.fields());
        this.cap = cap;
        for (int i = 1; i < fields.size(); i++) {
            composite.add(new LongIntMap(records.size));
        }
        levels.add(new Level());
        for (String field : rule.refine()) {
            fields.add(field);
            levels.add(new Level());
        }
    }

    /** Adds a record; returns whether the pairs of others may have changed, because a block crossed the cap. */
    boolean add(int record) {
        int number = base(record, true);
        boolean crossed = false;
        for (int level = 0; level < levels.size() && number != 0; level++) {
            if (level > 0) {
                number = refined(level, number, record, true);
            }
            Level at = levels.get(level);
            crossed |= crosses(at.count(number), at.count(number) + 1, level == levels.size() - 1);
            at.add(record, number);
        }
        return crossed;
    }

    /** Removes a record; returns whether the pairs of others may have changed. */
    boolean remove(int record) {
        boolean crossed = false;
        for (int level = 0; level < levels.size(); level++) {
            Level at = levels.get(level);
            int number = record < at.group.length ? at.group[record] : 0;
            if (number != 0) {
                crossed |= crosses(at.count(number), at.count(number) - 1, level == levels.size() - 1);
                at.remove(record);
            }
        }
        return crossed;
    }

    private boolean crosses(int before, int after, boolean last) {
        if (before > cap != after > cap) {
            return true;
        }
        return last && after > cap && Blocks.parts(before, cap) != Blocks.parts(after, cap);
    }

    /** Every record of the block of a record, whatever the cap. */
    int[] members(int record) {
        int[] groups = levels.getFirst().group;
        int number = record < groups.length ? groups[record] : 0;
        if (number == 0) {
            return new int[0];
        }
        int[] members = new int[levels.getFirst().count(number)];
        int n = 0;
        for (int at = levels.getFirst().head[number]; at != 0; at = levels.getFirst().next[at - 1]) {
            members[n++] = at - 1;
        }
        return members;
    }

    /** Takes the records that are pairs with a record, which need not be in the block itself. */
    interface Taker {
        void take(int record);
    }

    /**
     * Gives the pairs of a record.
     *
     * @param extra 1 when the record is not in the blocks yet but is to be counted as if it were, else 0
     */
    void pairs(int record, int extra, Taker taker) {
        int number = base(record, false);
        for (int level = 0; level < levels.size() && number != 0; level++) {
            if (level > 0) {
                number = refined(level, number, record, false);
            }
            Level at = levels.get(level);
            int size = at.count(number) + extra;
            boolean last = level == levels.size() - 1;
            if (number != 0 && (size <= cap || last)) {
                give(at, number, record, size, taker);
                return;
            }
        }
    }

    private void give(Level at, int number, int record, int size, Taker taker) {
        if (number >= at.head.length) {
            return;
        }
        int parts = size > cap ? Blocks.parts(size, cap) : 1;
        int part = parts == 1 ? 0 : Blocks.part(records.hash(record), parts);
        for (int other = at.head[number]; other != 0; other = at.next[other - 1]) {
            int candidate = other - 1;
            if (candidate != record && (parts == 1 || Blocks.part(records.hash(candidate), parts) == part)) {
                taker.take(candidate);
            }
        }
    }

    private int base(int record, boolean adding) {
        int number = records.field(fields.getFirst()).codes[record];
        for (int i = 0; i < composite.size() && number != 0; i++) {
            int code = records.field(fields.get(i + 1)).codes[record];
            long key = (long) number << Integer.SIZE | code;
            LongIntMap map = composite.get(i);
            number = code == 0 ? 0 : adding ? map.number(key) : map.find(key);
        }
        return number;
    }

    private int refined(int level, int number, int record, boolean adding) {
        int code = records.field(fields.get(composite.size() + level)).codes[record];
        long key = (long) number << Integer.SIZE | code;
        LongIntMap map = levels.get(level).numbers;
        return adding ? map.number(key) : map.find(key);
    }

    @Override
    public String toString() {
        return Arrays.toString(fields.toArray());
    }
}
