package ml.taama.linkage.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.function.LongConsumer;
import ml.taama.linkage.Fault;
import ml.taama.linkage.LinkageException;

/**
 * Reads a file of records: CSV with any of the usual delimiters, quoted, in UTF-8 or Latin-1, or Parquet; which it is
 * shows in the first bytes. A cell that is empty or only white space has no value; white space around a value goes.
 *
 * @param wanted columns to keep; all when empty
 * @param longest bytes of the longest value allowed
 * @param progress told the number of records read, now and then
 */
public record TableReader(Set<String> wanted, int longest, LongConsumer progress) {

    /** Bytes of the longest value allowed unless another limit is given. */
    public static final int LONGEST = 4096;

    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    /** Copies the set. */
    public TableReader {
        wanted = Set.copyOf(wanted);
    }

    /** Reads all columns. */
    public static TableReader all() {
        return new TableReader(Set.of(), LONGEST, records -> {});
    }

    /**
     * Reads a file.
     *
     * @throws LinkageException naming file, record and column, when it cannot be read
     */
    public Table read(Path file) {
        try {
            return parquet(file) ? ParquetFile.read(file, this) : CsvFile.read(file, this);
        } catch (NoSuchFileException e) {
            throw new LinkageException(Fault.UNREADABLE_FILE, file, "no such file");
        } catch (IOException e) {
            throw new LinkageException(Fault.UNREADABLE_FILE, file, e.getClass().getSimpleName());
        }
    }

    boolean wants(String column) {
        return wanted.isEmpty() || wanted.contains(column);
    }

    private static boolean parquet(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PARQUET.length), PARQUET);
        }
    }
}
