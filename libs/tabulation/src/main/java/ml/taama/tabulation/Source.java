package ml.taama.tabulation;

import java.nio.file.Path;
import java.util.Optional;
import ml.taama.tabulation.schema.Schema;

/**
 * Microdata to open.
 *
 * @param data Parquet or CSV
 * @param schema what the data hold; without one every column may be counted by its values
 * @param unit column of the counted unit; overrides the schema
 * @param keys where record keys come from
 * @param modulus cell keys are sums modulo this, 1 to 65,536; that of the perturbation table
 * @param threads used for counting
 * @param memory bytes that counting may use beside the columns themselves
 */
public record Source(
        Path data,
        Optional<Schema> schema,
        Optional<String> unit,
        KeySource keys,
        int modulus,
        int threads,
        long memory) {

    private static final long DEFAULT_SHARE = 2;

    /** Without schema or unit, on all processors, with half of the memory of the process. */
    public static Source of(Path data, KeySource keys) {
        return new Source(
                data,
                Optional.empty(),
                Optional.empty(),
                keys,
                256,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / DEFAULT_SHARE);
    }

    /** The same over another file, for example an earlier release. */
    public Source holding(Path other) {
        return new Source(other, schema, unit, keys, modulus, threads, memory);
    }

    /** The same with a schema. */
    public Source described(Schema by) {
        return new Source(data, Optional.of(by), unit, keys, modulus, threads, memory);
    }

    /** The same counting the values of a column. */
    public Source counting(String column) {
        return new Source(data, schema, Optional.of(column), keys, modulus, threads, memory);
    }

    /** The same with another modulus. */
    public Source modulo(int keysInTable) {
        return new Source(data, schema, unit, keys, keysInTable, threads, memory);
    }

    /** The same on a number of threads. */
    public Source on(int processors) {
        return new Source(data, schema, unit, keys, modulus, processors, memory);
    }

    /** The same within a number of bytes. */
    public Source within(long bytes) {
        return new Source(data, schema, unit, keys, modulus, threads, bytes);
    }
}
