package ml.taama.linkage.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import ml.taama.linkage.Field;
import ml.taama.linkage.Model;
import ml.taama.linkage.names.Dates;
import ml.taama.linkage.names.Standardiser;
import ml.taama.linkage.tables.Dictionary;
import ml.taama.linkage.text.Latin;
import ml.taama.linkage.text.Signature;

/**
 * A field of the model over all records: the code of each record's standardised value, and for each distinct value what
 * comparisons need of it, computed once.
 */
final class FieldColumn {

    private static final int[] NO_ELEMENTS = {};

    final Field field;
    final Dictionary values = new Dictionary();
    int[] codes = {};
    int[] counts = new int[16];
    int filled;

    /** Characters of one byte; length 0 marks a value that is too long or beyond Latin-1. */
    byte[] text = new byte[64];

    int textEnd;
    int[] start = {};
    byte[] length = {};
    int[] head = {};
    long[] signature = {};
    int[][] points = {};
    double[] number = {};
    int[] date = {};
    int[][] elements = {};
    int[][] names = {};
    double[] logFrequency = {};
    double leastLogFrequency;
    int[] hot = {};

    private final Standardiser standardiser;
    private final Set<Need> needs;
    private final boolean asBytes;
    private final Signature alphabet;
    private final NameGroups groups;
    private final Dictionary listElements = new Dictionary();

    FieldColumn(Field field, Model model, Set<Need> needs, Signature alphabet) {
        this.field = field;
        this.needs = needs;
        this.alphabet = alphabet;
        this.standardiser = Standardiser.of(field.name(), field.steps(), model.names());
        this.asBytes = model.text() == Model.Text.BYTES;
        this.groups = needs.contains(Need.NAMES) ? new NameGroups(model.names()) : NameGroups.NONE;
    }

    boolean needs(Need need) {
        return needs.contains(need);
    }

    /** The code of a raw value once standardised; 0 when nothing is left. */
    int code(String raw) {
        String value = standardiser.apply(raw);
        return value == null || value.isEmpty() ? 0 : add(value);
    }

    /** The code of a raw value if its standardised form is known, 0 when nothing is left, -1 when it is new. */
    int known(String raw) {
        String value = standardiser.apply(raw);
        if (value == null || value.isEmpty()) {
            return 0;
        }
        int code = values.find(value);
        return code == 0 ? -1 : code;
    }

    private int add(String value) {
        int code = values.add(value);
        if (code > filled) {
            filled = code;
            describe(code, value);
        }
        return code;
    }

    /** Counts the codes of records {@code [from, to)}. */
    void count(int from, int to) {
        if (counts.length <= values.size()) {
            counts = Arrays.copyOf(counts, room(values.size()));
        }
        for (int record = from; record < to; record++) {
            counts[codes[record]]++;
        }
    }

    /** Relative frequencies as base-2 logarithms, from the counts. */
    void freezeFrequencies() {
        long total = 0;
        for (int code = 1; code <= values.size(); code++) {
            total += counts[code];
        }
        logFrequency = new double[values.size() + 1];
        logFrequency[0] = Double.NEGATIVE_INFINITY;
        leastLogFrequency = 0;
        for (int code = 1; code <= values.size(); code++) {
            logFrequency[code] = counts[code] == 0
                    ? Double.NEGATIVE_INFINITY
                    : Math.log((double) counts[code] / total) / Weights.LN2;
            if (counts[code] > 0) {
                leastLogFrequency = Math.min(leastLogFrequency, logFrequency[code]);
            }
        }
    }

    /** Takes the frequencies of the same field of other records. */
    void takeFrequencies(FieldColumn other) {
        logFrequency = new double[values.size() + 1];
        logFrequency[0] = Double.NEGATIVE_INFINITY;
        for (int code = 1; code <= values.size(); code++) {
            logFrequency[code] = other.logFrequency(other.values.find(values.value(code)));
        }
        leastLogFrequency = other.leastLogFrequency;
    }

    /** Forgets the values added last, down to a number of them. */
    void shrink(int size) {
        for (int code = size + 1; code <= filled && needs.contains(Need.TEXT); code++) {
            textEnd = length[code] > 0 ? Math.min(textEnd, start[code]) : textEnd;
            length[code] = 0;
            head[code] = 0;
        }
        values.shrink(size);
        filled = size;
    }

    /** Numbers the most frequent values from 0, for memos of pairs of values; -1 for all others. */
    void heat(int most) {
        hot = new int[values.size() + 1];
        Arrays.fill(hot, -1);
        long[] byCount = new long[values.size()];
        for (int code = 1; code <= values.size(); code++) {
            byCount[code - 1] = (long) -counts[code] << Integer.SIZE | code;
        }
        Arrays.sort(byCount);
        for (int i = 0; i < Math.min(most, byCount.length); i++) {
            hot[(int) byCount[i]] = i;
        }
    }

    int hot(int code) {
        return code < hot.length ? hot[code] : -1;
    }

    double logFrequency(int code) {
        return code < logFrequency.length ? logFrequency[code] : Double.NEGATIVE_INFINITY;
    }

    private void describe(int code, String value) {
        if (needs.contains(Need.TEXT)) {
            if (start.length <= code) {
                int room = room(code);
                start = Arrays.copyOf(start, room);
                length = Arrays.copyOf(length, room);
                head = Arrays.copyOf(head, room);
                signature = Arrays.copyOf(signature, room);
                points = Arrays.copyOf(points, room);
            }
            describeText(code, value);
        }
        if (needs.contains(Need.NUMBER)) {
            number = number.length <= code ? Arrays.copyOf(number, room(code)) : number;
            number[code] = number(value);
        }
        if (needs.contains(Need.DATE)) {
            date = date.length <= code ? Arrays.copyOf(date, room(code)) : date;
            date[code] = Dates.pack(value);
        }
        if (needs.contains(Need.LIST)) {
            elements = elements.length <= code ? Arrays.copyOf(elements, room(code)) : elements;
            elements[code] = elements(value);
        }
        if (needs.contains(Need.NAMES)) {
            names = names.length <= code ? Arrays.copyOf(names, room(code)) : names;
            names[code] = groups.of(value);
        }
    }

    private static int room(int code) {
        return (int) Math.min(Integer.MAX_VALUE - 64L, 16 + code + (code >> 1));
    }

    private void describeText(int code, String value) {
        byte[] bytes = asBytes ? value.getBytes(UTF_8) : value.getBytes(ISO_8859_1);
        boolean latin = asBytes || value.chars().allMatch(c -> c < 0x100);
        if (!latin || bytes.length > Latin.LONGEST) {
            points[code] = asBytes
                    ? Latin.points(bytes, 0, bytes.length)
                    : value.codePoints().toArray();
            return;
        }
        if (textEnd + bytes.length > text.length) {
            text = Arrays.copyOf(text, (int) Math.min(Integer.MAX_VALUE - 64L, 2L * text.length));
        }
        System.arraycopy(bytes, 0, text, textEnd, bytes.length);
        start[code] = textEnd;
        length[code] = (byte) bytes.length;
        textEnd += bytes.length;
        signature[code] = alphabet.of(bytes, 0, bytes.length);
        for (int i = 0; i < Math.min(Integer.BYTES, bytes.length); i++) {
            head[code] |= (bytes[i] & 0xff) << (i * Byte.SIZE);
        }
    }

    /** The characters of a value, whatever it is made of. */
    int[] points(int code) {
        return length[code] > 0 ? Latin.points(text, start[code], length[code]) : points[code];
    }

    /** A number, or the seconds of an ISO 8601 date; NaN for anything else. */
    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return seconds(value);
        }
    }

    private static double seconds(String value) {
        try {
            return value.indexOf('T') > 0
                    ? LocalDateTime.parse(value).toEpochSecond(ZoneOffset.UTC)
                    : LocalDate.parse(value).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return Double.NaN;
        }
    }

    /** Elements between brackets and commas, or between semicolons or bars. */
    private int[] elements(String value) {
        String inner = value.strip();
        boolean bracketed = inner.startsWith("[") && inner.endsWith("]");
        if (bracketed) {
            inner = inner.substring(1, inner.length() - 1);
        }
        if (inner.isBlank()) {
            return NO_ELEMENTS;
        }
        return Arrays.stream(inner.split(bracketed ? "," : "[;|]"))
                .map(e -> e.strip().replaceAll("^['\"]|['\"]$", ""))
                .filter(e -> !e.isEmpty())
                .mapToInt(listElements::add)
                .sorted()
                .distinct()
                .toArray();
    }
}
