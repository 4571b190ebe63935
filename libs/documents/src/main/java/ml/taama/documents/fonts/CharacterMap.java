package ml.taama.documents.fonts;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code cmap} table of a font (ISO/IEC 14496-22, section 5.2.1): formats 4 and 12 read, format 12 and 4 written. */
final class CharacterMap {

    private static final int WINDOWS = 3;
    private static final int UNICODE_BMP = 1;

    private CharacterMap() {}

    /**
     * Reads the table.
     *
     * @throws IllegalArgumentException when its ranges are not in ascending order
     */
    static SortedMap<Integer, Integer> read(byte[] table) {
        ByteBuffer in = ByteBuffer.wrap(table);
        SortedMap<Integer, Integer> glyphs = new TreeMap<>();
        for (int i = 0; i < in.getShort(2); i++) {
            int at = in.getInt(4 + i * 8 + 4);
            switch (in.getShort(at)) {
                case 4 -> readSegments(in, at, glyphs);
                case 12 -> readGroups(in, at, glyphs);
                default -> {}
            }
        }
        return glyphs;
    }

    /** One format 4 subtable for Windows, which every reader of TrueType knows; characters above U+FFFF are left out. */
    static byte[] write(Map<Integer, Integer> glyphs) {
        List<int[]> runs = runs(glyphs);
        int segments = runs.size() + 1;
        int length = 16 + segments * 8;
        ByteBuffer out = ByteBuffer.allocate(12 + length);
        out.putShort((short) 0).putShort((short) 1);
        out.putShort((short) WINDOWS).putShort((short) UNICODE_BMP).putInt(12);
        int power = Integer.highestOneBit(segments);
        out.putShort((short) 4).putShort((short) length).putShort((short) 0);
        out.putShort((short) (segments * 2)).putShort((short) (power * 2));
        out.putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((segments - power) * 2));
        runs.forEach(run -> out.putShort((short) run[1]));
        out.putShort((short) 0xFFFF).putShort((short) 0);
        runs.forEach(run -> out.putShort((short) run[0]));
        out.putShort((short) 0xFFFF);
        runs.forEach(run -> out.putShort((short) (run[2] - run[0])));
        out.putShort((short) 1);
        return out.array();
    }

    /** Runs of consecutive characters with consecutive glyphs: first character, last character, first glyph. */
    private static List<int[]> runs(Map<Integer, Integer> glyphs) {
        List<int[]> runs = new ArrayList<>();
        glyphs.forEach((character, glyph) -> {
            int[] last = runs.isEmpty() ? new int[] {-2, -2, -2} : runs.getLast();
            if (character > 0xFFFE) {
                return;
            }
            if (character == last[1] + 1 && glyph == last[2] + character - last[0]) {
                last[1] = character;
            } else {
                runs.add(new int[] {character, character, glyph});
            }
        });
        return runs;
    }

    private static void readSegments(ByteBuffer in, int at, Map<Integer, Integer> glyphs) {
        int doubled = Short.toUnsignedInt(in.getShort(at + 6));
        int last = -1;
        for (int i = 0; i < doubled; i += 2) {
            int end = Short.toUnsignedInt(in.getShort(at + 14 + i));
            int start = Short.toUnsignedInt(in.getShort(at + 16 + doubled + i));
            int delta = in.getShort(at + 16 + 2 * doubled + i);
            int rangeAt = at + 16 + 3 * doubled + i;
            int range = Short.toUnsignedInt(in.getShort(rangeAt));
            last = ascending(last, start, end);
            for (int c = start; c <= end && c != 0xFFFF; c++) {
                int glyph = range == 0 ? c : Short.toUnsignedInt(in.getShort(rangeAt + range + 2 * (c - start)));
                if (glyph != 0) {
                    glyphs.putIfAbsent(c, (glyph + delta) & 0xFFFF);
                }
            }
        }
    }

    private static void readGroups(ByteBuffer in, int at, Map<Integer, Integer> glyphs) {
        int last = -1;
        for (int i = 0; i < in.getInt(at + 12); i++) {
            int group = at + 16 + i * 12;
            last = ascending(last, in.getInt(group), in.getInt(group + 4));
            for (int c = in.getInt(group); c <= in.getInt(group + 4); c++) {
                glyphs.putIfAbsent(c, in.getInt(group + 8) + c - in.getInt(group));
            }
        }
    }

    private static int ascending(int last, int start, int end) {
        if (start <= last || end < start || end > Character.MAX_CODE_POINT) {
            throw new IllegalArgumentException("The WOFF file is damaged");
        }
        return end;
    }
}
