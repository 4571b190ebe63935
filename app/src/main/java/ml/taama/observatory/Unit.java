package ml.taama.observatory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import ml.taama.platform.text.LocalText;

/**
 * A unit in words.
 *
 * @param decimals that a value is printed with, at most
 */
public record Unit(String code, LocalText one, LocalText many, int decimals) {

    private static final String PERCENT = "percent";

    /** A value with its unit, for example "10 000 personnes". */
    public String print(BigDecimal value, Locale reader) {
        return number(value, reader) + separator(reader) + word(value, reader);
    }

    /** A value alone, grouped as the language groups. */
    public String number(BigDecimal value, Locale reader) {
        NumberFormat format = NumberFormat.getNumberInstance(reader);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(value);
    }

    /** The unit in the number that goes with the value: French has the singular below two, English only for one. */
    public String word(BigDecimal value, Locale reader) {
        BigDecimal size = value.abs();
        boolean single = reader.getLanguage().equals("fr")
                ? size.compareTo(BigDecimal.TWO) < 0
                : size.compareTo(BigDecimal.ONE) == 0;
        return (single ? one : many).text(reader);
    }

    private String separator(Locale reader) {
        boolean tight = code.equals(PERCENT) && !reader.getLanguage().equals("fr");
        return tight ? "" : "\u00a0";
    }

    /** The decimal separator of a language, for axes. */
    static char point(Locale reader) {
        return DecimalFormatSymbols.getInstance(reader).getDecimalSeparator();
    }
}
