package ml.taama.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;

/** The calendar is one to a library that we did not write. */
class ICalendarTest {

    private static final String TITLE =
            "À envoyer : données pour l’examen, « Pacte mondial » ; retours des ministères, de l’OIM\\et d’autres — ɔɛŋɲ";

    @Test
    void isReadByAnotherLibraryWithEveryCharacter() throws IOException, ParserException {
        String text = new ICalendar("Taama : échéances", Instant.parse("2026-01-02T03:04:05Z"))
                .due("call-7", LocalDate.of(2026, 12, 31), TITLE, "Ligne 1\nLigne 2")
                .toString();
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        Component event = calendar.getComponent(Component.VEVENT).orElseThrow();
        assertThat(event.getRequiredProperty(Property.SUMMARY).getValue()).isEqualTo(TITLE);
        assertThat(event.getRequiredProperty(Property.DTSTART).getValue()).isEqualTo("20261231");
        assertThat(event.getRequiredProperty(Property.DTEND).getValue()).isEqualTo("20270101");
        assertThat(event.getRequiredProperty(Property.DESCRIPTION).getValue()).isEqualTo("Ligne 1\nLigne 2");
    }

    @Test
    void remindersAreDueAfterTheirDayOnly() {
        assertThat(Reminders.due(20)).isEmpty();
        assertThat(Reminders.due(14)).contains(14);
        assertThat(Reminders.due(8)).contains(14);
        assertThat(Reminders.due(7)).contains(7);
        assertThat(Reminders.due(1)).contains(1);
        assertThat(Reminders.due(0)).contains(1);
        assertThat(Reminders.due(-1)).contains(-1);
        assertThat(Reminders.due(-6)).contains(-1);
        assertThat(Reminders.due(-20)).contains(-14);
        assertThat(Reminders.due(-60)).isEmpty();
    }
}
