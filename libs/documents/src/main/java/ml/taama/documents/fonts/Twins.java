package ml.taama.documents.fonts;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Gives every character of a font a glyph of its own. Typographers let characters that look alike share one (the
 * apostrophe and the modifier letter, the space and the no-break space); a PDF maps each glyph back to one character,
 * and a reader who copies the text would get the wrong one.
 */
final class Twins {

    private static final int MOST_GLYPHS = 0xFFFF;

    /** All copies together, in bytes: a damaged place must not fill the memory. */
    private static final long LARGEST = 8L << 20;

    private static final int NO_GLYPH_NAMES = 0x00030000;

    private Twins() {}

    /**
     * Copies the outline of each glyph that a second character uses; tables and character map are changed.
     *
     * @throws IndexOutOfBoundsException when a table is shorter than it says
     */
    static void part(SortedMap<String, byte[]> tables, Map<Integer, Integer> glyphs) {
        int count = Short.toUnsignedInt(table(tables, "maxp").getShort(4));
        SortedMap<Integer, Integer> copies = new TreeMap<>();
        Set<Integer> used = new HashSet<>();
        for (Map.Entry<Integer, Integer> entry : glyphs.entrySet()) {
            if (!used.add(entry.getValue())) {
                int copy = count + copies.size();
                copies.put(copy, entry.getValue());
                entry.setValue(copy);
            }
        }
        if (count + copies.size() > MOST_GLYPHS) {
            throw new IndexOutOfBoundsException(count + copies.size());
        }
        if (!copies.isEmpty()) {
            outlines(tables, count, List.copyOf(copies.values()));
            advances(tables, count, List.copyOf(copies.values()));
            table(tables, "maxp").putShort(4, (short) (count + copies.size()));
            tables.put("post", unnamed(table(tables, "post")));
        }
    }

    private static void outlines(SortedMap<String, byte[]> tables, int count, List<Integer> originals) {
        ByteBuffer places = table(tables, "loca");
        boolean wide = table(tables, "head").getShort(50) != 0;
        int[] at = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            at[i] = wide ? places.getInt(i * 4) : Short.toUnsignedInt(places.getShort(i * 2)) * 2;
        }
        byte[] outlines = table(tables, "glyf").array();
        long room = 0;
        for (int original : originals) {
            Objects.checkFromIndexSize(at[original], at[original + 1] - at[original], outlines.length);
            room += even(at[original + 1] - at[original]);
        }
        ByteBuffer drawn = ByteBuffer.allocate(even(outlines.length) + (int) Objects.checkIndex(room, LARGEST));
        drawn.put(outlines).position(even(outlines.length));
        ByteBuffer placed = ByteBuffer.allocate((count + 1 + originals.size()) * 4);
        for (int i = 0; i < count; i++) {
            placed.putInt(at[i]);
        }
        for (int original : originals) {
            placed.putInt(drawn.position());
            drawn.put(drawn.position(), outlines, at[original], at[original + 1] - at[original]);
            drawn.position(drawn.position() + even(at[original + 1] - at[original]));
        }
        placed.putInt(drawn.position());
        tables.put("glyf", drawn.array());
        tables.put("loca", placed.array());
        table(tables, "head").putShort(50, (short) 1);
    }

    private static void advances(SortedMap<String, byte[]> tables, int count, List<Integer> originals) {
        int measured = Short.toUnsignedInt(table(tables, "hhea").getShort(34));
        ByteBuffer metrics = table(tables, "hmtx");
        ByteBuffer all = ByteBuffer.allocate((count + originals.size()) * 4);
        for (int i = 0; i < count + originals.size(); i++) {
            int glyph = i < count ? i : originals.get(i - count);
            int bearing = glyph < measured ? glyph * 4 + 2 : measured * 4 + (glyph - measured) * 2;
            all.putShort(metrics.getShort(Math.min(glyph, measured - 1) * 4)).putShort(metrics.getShort(bearing));
        }
        tables.put("hmtx", all.array());
        table(tables, "hhea").putShort(34, (short) (count + originals.size()));
    }

    /** The table of names says nothing of glyphs that are new; version 3 has no names. */
    private static byte[] unnamed(ByteBuffer post) {
        byte[] head = new byte[32];
        post.get(0, head);
        ByteBuffer.wrap(head).putInt(0, NO_GLYPH_NAMES);
        return head;
    }

    private static int even(int length) {
        return length + (length & 1);
    }

    private static ByteBuffer table(SortedMap<String, byte[]> tables, String tag) {
        byte[] content = tables.get(tag);
        if (content == null) {
            throw new IllegalArgumentException("The font has no table '" + tag + "'");
        }
        return ByteBuffer.wrap(content);
    }
}
