package ml.taama.tabulation.output;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as files write them: no exponent, no trailing zero, at most twelve significant digits. */
final class Numbers {

    private static final MathContext DIGITS = new MathContext(12);

    private Numbers() {}

    static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        BigDecimal decimal = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        return decimal.toPlainString();
    }
}
