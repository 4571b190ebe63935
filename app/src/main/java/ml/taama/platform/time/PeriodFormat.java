package ml.taama.platform.time;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.Period.Mark;
import ml.taama.platform.time.Period.Precision;

/** Periods in words. */
public final class PeriodFormat {

    private final Messages messages;

    /** With the words of the interface. */
    public PeriodFormat(Messages messages) {
        this.messages = messages;
    }

    /** For example "2019–2021", "mars 2019", "du 1er septembre 2021 au 22 août 2022". */
    public String format(Period period, Locale reader) {
        if (!period.dated()) {
            return messages.text(reader, "period." + period);
        }
        Mark from = period.from().orElseThrow();
        Mark to = period.to().orElseThrow();
        if (!period.range()) {
            return mark(from, reader);
        }
        if (from.precision() == Precision.YEAR && to.precision() == Precision.YEAR) {
            return from.first().getYear() + "–" + to.first().getYear();
        }
        return end("period.from.", from, reader) + end("period.to.", to, reader);
    }

    /** One end of a range: a day takes another preposition than a month or a year, and French elides before a vowel. */
    private String end(String key, Mark mark, Locale reader) {
        String words = mark(mark, reader);
        String kind =
                mark.precision() == Precision.DAY ? "day" : "aâeéiou".indexOf(words.charAt(0)) >= 0 ? "vowel" : "other";
        return messages.text(reader, key + kind, words);
    }

    /** A day in words, for example "3 septembre 2014". */
    public String day(LocalDate day, Locale reader) {
        if (reader.getLanguage().equals("fr") && day.getDayOfMonth() == 1) {
            return "1er " + DateTimeFormatter.ofPattern("MMMM yyyy", reader).format(day);
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(spelling(reader))
                .format(day);
    }

    /** English dates as Britain writes them, as the rest of the English text: 3 September 2014. */
    private static Locale spelling(Locale reader) {
        return reader.getLanguage().equals("en") ? Locale.UK : reader;
    }

    private String mark(Mark mark, Locale reader) {
        return switch (mark.precision()) {
            case YEAR -> String.valueOf(mark.first().getYear());
            case MONTH -> month(mark, reader);
            case QUARTER ->
                messages.text(
                        reader,
                        "period.quarter",
                        (mark.first().getMonthValue() + 2) / 3,
                        String.valueOf(mark.first().getYear()));
            case DAY -> day(mark.first(), reader);
        };
    }

    /** For example "mars 2019", "March 2019", "março de 2019": each language joins the two in its own way. */
    private static String month(Mark mark, Locale reader) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(reader).format(mark.first());
    }
}
