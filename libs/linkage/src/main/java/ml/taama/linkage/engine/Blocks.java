package ml.taama.linkage.engine;

import java.util.Arrays;
import java.util.List;
import ml.taama.linkage.Model.Sources;
import ml.taama.linkage.Rule;

/**
 * The blocks of a rule: for each record the number of its block, 0 when it shares it with no record that it may be
 * compared with. Two records are a pair of the rule exactly when they have the same number, not 0 (and, when sources are
 * linked only, different sources); therefore the precedence of rules is a comparison of two integers.
 */
final class Blocks {

    final Rule rule;

    /** Block of each record, from 1. */
    final int[] block;

    /** Where each block starts in {@link #order}, from block 1; one more at the end. */
    final int[] starts;

    final long pairs;
    final long givenUp;
    final int largest;
    final int oversized;

    private Blocks(Rule rule, int[] block, int[] starts, long pairs, long givenUp, int largest, int oversized) {
        this.rule = rule;
        this.block = block;
        this.starts = starts;
        this.pairs = pairs;
        this.givenUp = givenUp;
        this.largest = largest;
        this.oversized = oversized;
    }

    static Blocks of(Records records, Rule rule, int cap) {
        int[] block = group(records, rule.fields());
        int[] sizes = sizes(block, records, records.model.sources());
        int largest = Arrays.stream(sizes).max().orElse(0);
        long before = 0;
        long lost = 0;
        int oversized = 0;
        if (largest > cap) {
            before = pairs(block, records);
            oversized = (int) Arrays.stream(sizes).filter(size -> size > cap).count();
            for (String field : rule.refine()) {
                refine(block, sizes, records.field(field), cap);
                sizes = sizes(block, records, records.model.sources());
            }
            split(block, sizes, records, cap);
            lost = before - pairs(block, records);
        }
        long pairs = pairs(block, records);
        int[] starts = compact(block, records);
        return new Blocks(rule, block, starts, pairs, lost, largest, oversized);
    }

    /** Records in order of their blocks, and within a block in their own order. */
    int[] order() {
        int[] next = Arrays.copyOf(starts, starts.length);
        int[] order = new int[starts[starts.length - 1]];
        for (int record = 0; record < block.length; record++) {
            if (block[record] != 0) {
                order[next[block[record] - 1]++] = record;
            }
        }
        return order;
    }

    private static int[] group(Records records, List<String> fields) {
        int[] block = records.field(fields.getFirst()).codes.clone();
        for (String field : fields.subList(1, fields.size())) {
            int[] codes = records.field(field).codes;
            LongIntMap numbers = new LongIntMap(records.size);
            for (int record = 0; record < block.length; record++) {
                block[record] = block[record] == 0 || codes[record] == 0
                        ? 0
                        : numbers.number((long) block[record] << Integer.SIZE | codes[record]);
            }
        }
        return block;
    }

    /** Number of records in each block; 0 for blocks without a pair. */
    private static int[] sizes(int[] block, Records records, Sources sources) {
        int most = 0;
        for (int b : block) {
            most = Math.max(most, b);
        }
        int[] sizes = new int[most + 1];
        int[] left = new int[sources == Sources.LINK ? most + 1 : 0];
        for (int record = 0; record < block.length; record++) {
            sizes[block[record]]++;
            if (sources == Sources.LINK && records.source(record) == 0) {
                left[block[record]]++;
            }
        }
        sizes[0] = 0;
        for (int b = 1; b <= most; b++) {
            boolean none = sources == Sources.LINK ? left[b] == 0 || left[b] == sizes[b] : sizes[b] < 2;
            sizes[b] = none ? 0 : sizes[b];
        }
        return sizes;
    }

    private static void refine(int[] block, int[] sizes, FieldColumn field, int cap) {
        int last = sizes.length - 1;
        LongIntMap numbers = new LongIntMap(1 << 10);
        for (int record = 0; record < block.length; record++) {
            if (sizes[block[record]] > cap) {
                block[record] = last + numbers.number((long) block[record] << Integer.SIZE | field.codes[record]);
            }
        }
    }

    /** Divides what is still too large by a hash of the identifier: the same parts whatever the order of records. */
    private static void split(int[] block, int[] sizes, Records records, int cap) {
        int last = sizes.length - 1;
        LongIntMap numbers = new LongIntMap(1 << 10);
        for (int record = 0; record < block.length; record++) {
            int size = sizes[block[record]];
            if (size > cap) {
                int parts = parts(size, cap);
                long part = part(records.hash(record), parts);
                block[record] = last + numbers.number((long) block[record] << Integer.SIZE | part);
            }
        }
    }

    static int parts(int size, int cap) {
        return (int) (((long) size + cap - 1) / cap);
    }

    static int part(long hash, int parts) {
        return (int) Long.remainderUnsigned(LongIntMap.mix(hash) >>> 1, parts);
    }

    private static long pairs(int[] block, Records records) {
        boolean link = records.model.sources() == Sources.LINK;
        int most = 0;
        for (int b : block) {
            most = Math.max(most, b);
        }
        int[] left = new int[most + 1];
        int[] right = new int[most + 1];
        for (int record = 0; record < block.length; record++) {
            (records.source(record) == 0 ? left : right)[block[record]]++;
        }
        long pairs = 0;
        for (int b = 1; b <= most; b++) {
            long n = (long) left[b] + right[b];
            pairs += link ? (long) left[b] * right[b] : n * (n - 1) / 2;
        }
        return pairs;
    }

    /** Numbers the blocks that have a pair from 1, in order of their first record; returns their starts. */
    private static int[] compact(int[] block, Records records) {
        int[] sizes = sizes(block, records, records.model.sources());
        int[] number = new int[sizes.length];
        int blocks = 0;
        int[] starts = new int[16];
        for (int record = 0; record < block.length; record++) {
            int b = block[record];
            if (sizes[b] != 0 && number[b] == 0) {
                number[b] = ++blocks;
                if (blocks + 1 >= starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                }
                starts[blocks] = starts[blocks - 1] + sizes[b];
            }
            block[record] = number[b];
        }
        return Arrays.copyOf(starts, blocks + 1);
    }
}
