package ml.taama.people;

import java.security.SecureRandom;
import java.util.Optional;

/**
 * The number that a person is given and can read out: nine random digits and a check digit (ISO/IEC 7064, MOD 11,10),
 * which finds every wrong digit and nearly all swapped neighbours.
 */
public final class PublicNumber {

    private static final int DIGITS = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PublicNumber() {}

    static String random() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            digits.append(RANDOM.nextInt(10));
        }
        return digits.append(check(digits)).toString();
    }

    /** Reads a number as people write it, with spaces or dashes; nothing when it is none. */
    public static Optional<String> read(String text) {
        String digits = text.replaceAll("[\\s\\u00a0\\u202f.-]", "");
        boolean right =
                digits.matches("[0-9]{10}") && digits.charAt(DIGITS) - '0' == check(digits.substring(0, DIGITS));
        return right ? Optional.of(digits) : Optional.empty();
    }

    /** In groups that can be read out: {@code 123 456 789-0}. */
    public static String spaced(String number) {
        return number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6, DIGITS) + "-"
                + number.charAt(DIGITS);
    }

    /** The check digit of digits. */
    public static int check(CharSequence digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
