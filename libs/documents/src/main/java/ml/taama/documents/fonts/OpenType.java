package ml.taama.documents.fonts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A TrueType font read from a WOFF 1.0 file (W3C Recommendation of 13 December 2012): the tables are inflated, the
 * character map is written anew so that every character has a glyph of its own, and advance widths are kept.
 */
final class OpenType {

    private static final int WOFF = 0x774F4646;
    private static final String DAMAGED = "The WOFF file is damaged";

    /** All tables together, in bytes: a damaged length must not fill the memory. */
    private static final long LARGEST = 32L << 20;

    private static final int WOFF_HEADER = 44;
    private static final int WOFF_ENTRY = 20;
    private static final long CHECKSUM_MAGIC = 0xB1B0AFBAL;

    private final SortedMap<String, byte[]> tables;
    private final SortedMap<Integer, Integer> glyphs;
    private final int flavour;

    private OpenType(int flavour, SortedMap<String, byte[]> tables, Map<Integer, Integer> alike) {
        this.flavour = flavour;
        this.tables = tables;
        check();
        this.glyphs = CharacterMap.read(table("cmap"));
        alike.forEach((missing, present) -> {
            if (glyphs.containsKey(present)) {
                glyphs.putIfAbsent(missing, Objects.requireNonNull(glyphs.get(present)));
            }
        });
        Twins.part(tables, glyphs);
        tables.put("cmap", CharacterMap.write(glyphs));
    }

    /**
     * Reads a WOFF file.
     *
     * @param alike character that the font lacks → character that it is drawn as
     * @throws IllegalArgumentException when the bytes are no WOFF file
     */
    static OpenType fromWoff(byte[] woff, Map<Integer, Integer> alike) {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (woff.length < WOFF_HEADER || in.getInt(0) != WOFF) {
            throw new IllegalArgumentException("Not a WOFF file");
        }
        try {
            return new OpenType(in.getInt(4), tables(woff, in), alike);
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IllegalArgumentException(DAMAGED, e);
        }
    }

    private static SortedMap<String, byte[]> tables(byte[] woff, ByteBuffer in) {
        TreeMap<String, byte[]> tables = new TreeMap<>();
        long room = LARGEST;
        for (int i = 0; i < in.getShort(12); i++) {
            int entry = WOFF_HEADER + i * WOFF_ENTRY;
            String tag = new String(woff, entry, 4, StandardCharsets.US_ASCII);
            room -= in.getInt(entry + 12);
            if (room < 0) {
                throw new IllegalArgumentException(DAMAGED);
            }
            tables.put(tag, inflate(woff, in.getInt(entry + 4), in.getInt(entry + 8), in.getInt(entry + 12)));
        }
        // Ligatures have no character of their own, and PDF/A wants one for each glyph.
        tables.remove("GSUB");
        return tables;
    }

    /** What is read later must be there. */
    private void check() {
        int measured = table("hhea").length < 36
                ? 0
                : Short.toUnsignedInt(ByteBuffer.wrap(table("hhea")).getShort(34));
        if (table("head").length < 54 || measured == 0 || table("hmtx").length < measured * 4) {
            throw new IllegalArgumentException(DAMAGED);
        }
    }

    boolean has(int codePoint) {
        return glyphs.containsKey(codePoint);
    }

    /** Advance width in em. */
    double advance(int codePoint) {
        int glyph = glyphs.getOrDefault(codePoint, 0);
        int unitsPerEm = Short.toUnsignedInt(ByteBuffer.wrap(table("head")).getShort(18));
        int measured = Short.toUnsignedInt(ByteBuffer.wrap(table("hhea")).getShort(34));
        int index = Math.min(glyph, measured - 1);
        return Short.toUnsignedInt(ByteBuffer.wrap(table("hmtx")).getShort(index * 4)) / (double) unitsPerEm;
    }

    /** The font as a TrueType file. */
    byte[] bytes() {
        int offset = 12 + 16 * tables.size();
        ByteBuffer out = ByteBuffer.allocate(offset
                + tables.values().stream().mapToInt(t -> padded(t.length)).sum());
        int power = Integer.highestOneBit(tables.size());
        out.putInt(flavour).putShort((short) tables.size()).putShort((short) (power * 16));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((tables.size() - power) * 16));
        ByteBuffer.wrap(table("head")).putInt(8, 0);
        int headAt = 0;
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            byte[] content = table.getValue();
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putInt((int) checksum(content)).putInt(offset).putInt(content.length);
            out.put(offset, content);
            headAt = table.getKey().equals("head") ? offset : headAt;
            offset += padded(content.length);
        }
        out.putInt(headAt + 8, (int) (CHECKSUM_MAGIC - checksum(out.array())));
        return out.array();
    }

    private byte[] table(String tag) {
        byte[] content = tables.get(tag);
        if (content == null) {
            throw new IllegalArgumentException("The font has no table '" + tag + "'");
        }
        return content;
    }

    private static byte[] inflate(byte[] woff, int at, int stored, int length) {
        byte[] content = new byte[length];
        if (stored == length) {
            System.arraycopy(woff, at, content, 0, length);
            return content;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(woff, at, stored);
            if (inflater.inflate(content) != length) {
                throw new IllegalArgumentException(DAMAGED);
            }
            return content;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(DAMAGED, e);
        }
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static long checksum(byte[] content) {
        ByteBuffer words =
                ByteBuffer.allocate(padded(content.length)).put(content).rewind();
        long sum = 0;
        while (words.hasRemaining()) {
            sum += Integer.toUnsignedLong(words.getInt());
        }
        return sum & 0xFFFFFFFFL;
    }
}
