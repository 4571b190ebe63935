package ml.taama.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks for bytes wherever an installation may keep some: in rows, in the files of the database, in a backup. */
final class Traces {

    /** Each as the bytes that are looked for, one character a byte. */
    private final Set<String> bytes = new TreeSet<>();

    private final JdbcClient owner;

    Traces(JdbcClient owner) {
        this.owner = owner;
    }

    /** A text in clear. */
    void text(String... texts) {
        for (String text : texts) {
            bytes.add(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        }
    }

    /** Bytes as a query gives them: something sealed, a token. */
    void kept(String sql, Object... values) {
        owner.sql(sql)
                .params(List.of(values))
                .query((row, n) -> Objects.requireNonNull(row.getBytes(1)))
                .list()
                .forEach(b -> bytes.add(
                        new String(b, b.length > 30 ? 5 : 0, Math.min(b.length - 5, 32), StandardCharsets.ISO_8859_1)));
    }

    int size() {
        return bytes.size();
    }

    /** Traces in the rows of every table of every schema, each as its table and what was found. */
    List<String> inRows() {
        List<String> found = new ArrayList<>();
        for (String table : owner.sql("""
                select format('%I.%I', schemaname, tablename) from pg_tables
                where schemaname not in ('information_schema', 'pg_catalog') or tablename = 'pg_statistic'
                """).query(String.class).list()) {
            String rows = owner.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                    .query(String.class)
                    .single()
                    .toLowerCase(Locale.ROOT);
            bytes.stream()
                    .filter(t -> rows.contains(clear(t).toLowerCase(Locale.ROOT)) || rows.contains(hex(t)))
                    .forEach(t -> found.add(table + ": " + name(t)));
        }
        return found;
    }

    /** A text, or something that stands in no row when it is none. */
    private static String clear(String trace) {
        String text = new String(trace.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return text.chars().anyMatch(c -> c < ' ' || c == 0xFFFD) ? "no text at all" : text;
    }

    private static String hex(String trace) {
        return HexFormat.of().formatHex(trace.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String name(String trace) {
        String text = clear(trace);
        return text.equals("no text at all") ? hex(trace) : text;
    }

    /** Traces in all files of a folder. */
    List<String> inFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(f -> in(folder.relativize(f).toString(), read(f)).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is gone by the time it is read holds nothing. */
    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private List<String> in(String where, byte[] content) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        return bytes.stream()
                .filter(t -> all.contains(t) || all.contains(hex(t)))
                .map(t -> where + ": " + name(t))
                .toList();
    }

    /** Traces in a backup. */
    List<String> inBackup(Path file) {
        List<String> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    found.addAll(in(entry.getName(), in.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
