package ml.taama.reporting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.documents.Note;
import ml.taama.documents.charts.Chart.Width;

/** The fingerprint of a report: SHA-256 over its words, pictures, figures and sources, in order. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(List<Block> blocks, List<Note> notes, List<TraceEntry> trace) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            blocks.forEach(block -> add(digest, text(block)));
            notes.forEach(note -> add(digest, note.number() + " " + Inline.plain(note.text())));
            trace.forEach(entry -> add(digest, entry.toString()));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What a block says, without pictures and remarks. */
    static String words(Block block) {
        return switch (block) {
            case Block.Picture picture -> picture.caption();
            case Block.Table table ->
                table.caption() + "\n"
                        + table.rows().stream()
                                .map(row -> String.join(
                                        " | ", row.stream().map(Inline::plain).toList()))
                                .collect(java.util.stream.Collectors.joining("\n"));
            default -> text(block);
        };
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.level() + heading.plain();
            case Block.Paragraph paragraph -> Inline.plain(paragraph.text());
            case Block.Items items ->
                String.join("\n", items.items().stream().map(Inline::plain).toList());
            case Block.Table table ->
                table.caption()
                        + table.rows().stream()
                                .map(row -> row.stream().map(Inline::plain).toList())
                                .toList();
            case Block.Picture picture ->
                picture.caption()
                        + picture.chart()
                                .draw(Width.WIDE)
                                .file("", picture.chart().description());
            case Block.Remark ignored -> "";
        };
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
