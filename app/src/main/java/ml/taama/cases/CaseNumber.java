package ml.taama.cases;

import java.security.SecureRandom;
import java.util.Optional;
import ml.taama.people.PublicNumber;

/**
 * The number of a case: eight random digits and a check digit (ISO/IEC 7064, MOD 11,10). It is one digit shorter than that
 * of a person, so that neither is taken for the other, and says nothing about anybody.
 */
public final class CaseNumber {

    private static final int DIGITS = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseNumber() {}

    static String random() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            digits.append(RANDOM.nextInt(10));
        }
        return digits.append(PublicNumber.check(digits)).toString();
    }

    /** Reads a number as people write it, with spaces, dashes and its letter; nothing when it is none. */
    public static Optional<String> read(String text) {
        String digits = text.strip().replaceAll("^[CcDd]", "").replaceAll("[\\s\\u00a0\\u202f.-]", "");
        boolean right = digits.matches("[0-9]{9}")
                && digits.charAt(DIGITS) - '0' == PublicNumber.check(digits.substring(0, DIGITS));
        return right ? Optional.of(digits) : Optional.empty();
    }

    /** In groups that can be read out: {@code C 1234 5678-9}. */
    public static String spaced(String number) {
        return "C\u00a0" + number.substring(0, 4) + "\u00a0" + number.substring(4, DIGITS) + "-"
                + number.charAt(DIGITS);
    }
}
