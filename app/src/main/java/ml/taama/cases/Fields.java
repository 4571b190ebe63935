package ml.taama.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.ui.Ui;

/** Reads what people type in forms; what cannot be read says which field and what it must be. */
final class Fields {

    private Fields() {}

    static LocalDate day(Ui ui, String label, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw Problem.of(PlatformProblem.ofField(text), ui.t(label), text, ui.t("case.expected.day"))
                    .causedBy(e);
        }
    }

    /** A day that is not to come. */
    static LocalDate past(Ui ui, String label, String text, LocalDate today) {
        LocalDate day = day(ui, label, text);
        if (day.isAfter(today)) {
            throw Problem.of(PlatformProblem.ofField(text), ui.t(label), text, ui.t("case.expected.past"));
        }
        return day;
    }

    /** A number above nothing, written with comma or point, grouped or not. */
    static BigDecimal number(Ui ui, String label, String text) {
        return read(text)
                .orElseThrow(() ->
                        Problem.of(PlatformProblem.ofField(text), ui.t(label), text, ui.t("case.expected.number")));
    }

    /** The same, or nothing when it is none. */
    static Optional<BigDecimal> read(String text) {
        String plain = text.strip().replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.');
        return plain.matches("\\d{1,9}(\\.\\d{1,2})?") && new BigDecimal(plain).signum() > 0
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }

    static Optional<BigDecimal> maybeNumber(Ui ui, String label, String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(number(ui, label, text));
    }

    /** One of some words; else the field says that a choice is missing. */
    static String choice(Ui ui, String label, String text, java.util.Collection<String> words) {
        if (!words.contains(text)) {
            throw Problem.of(PlatformProblem.ofField(text), ui.t(label), text, ui.t("case.expected.choice"));
        }
        return text;
    }

    /** Two letters of a country. */
    static String country(Ui ui, String label, String text) {
        return choice(ui, label, text.strip().toUpperCase(Locale.ROOT), java.util.Set.of(Locale.getISOCountries()));
    }

    static Optional<String> maybe(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
