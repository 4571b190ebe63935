package ml.taama.collection.sheets;

/**
 * Text that a spreadsheet does not run as a formula when the file is opened: OWASP, CSV Injection. A negative number is no
 * formula and stays.
 */
public final class SafeText {

    private static final String FIRST = "=+-@\t\r";

    private SafeText() {}

    /** The text with an apostrophe before what would be run. */
    public static String of(String text) {
        return dangerous(text) ? "'" + text : text;
    }

    static boolean dangerous(String text) {
        return !text.isEmpty() && FIRST.indexOf(text.charAt(0)) >= 0 && !text.matches("[-+]\\d[\\d .,\\u00a0\\u202f]*");
    }
}
