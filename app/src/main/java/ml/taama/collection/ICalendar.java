package ml.taama.collection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A calendar of whole days (RFC 5545): lines of 75 octets at most, texts escaped. */
final class ICalendar {

    private static final int LONGEST = 75;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();
    private final Instant now;

    ICalendar(String name, Instant now) {
        this.now = now;
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Taama//Calls//FR");
        line("X-WR-CALNAME:" + escape(name));
    }

    /** A day that something is due, with an alarm the day before. */
    ICalendar due(String id, LocalDate day, String title, String description) {
        line("BEGIN:VEVENT");
        line("UID:" + id + "@taama");
        line("DTSTAMP:" + MOMENT.format(now));
        line("DTSTART;VALUE=DATE:" + DAY.format(day));
        line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
        line("SUMMARY:" + escape(title));
        if (!description.isBlank()) {
            line("DESCRIPTION:" + escape(description));
        }
        line("TRANSP:TRANSPARENT");
        line("BEGIN:VALARM");
        line("ACTION:DISPLAY");
        line("DESCRIPTION:" + escape(title));
        line("TRIGGER:-P1D");
        line("END:VALARM");
        line("END:VEVENT");
        return this;
    }

    private static String escape(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }

    /** Folds a line after whole characters, so that none is cut in two. */
    private void line(String content) {
        int width = 0;
        for (int i = 0; i < content.length(); ) {
            int character = content.codePointAt(i);
            String one = Character.toString(character);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (width + size > LONGEST) {
                text.append("\r\n ");
                width = 1;
            }
            text.append(one);
            width += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }

    /** The whole calendar. */
    @Override
    public String toString() {
        return text + "END:VCALENDAR\r\n";
    }
}
