package ml.taama.collection;

import java.time.Clock;
import java.util.Locale;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Open;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Messages;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The calendar of deadlines: its secret address, and what a mail programme reads there. */
@Controller
public class CalendarPages {

    /** The address, told once; empty before it is asked for. */
    public record CalendarPage(String path) {}

    private final Pages pages;
    private final Calendars calendars;
    private final Messages messages;
    private final Clock clock;

    CalendarPages(Pages pages, Calendars calendars, Messages messages, Clock clock) {
        this.pages = pages;
        this.calendars = calendars;
        this.messages = messages;
        this.clock = clock;
    }

    @Needs({Permission.READ_CALLS, Permission.FILL_RETURNS, Permission.READ_RETURNS})
    @GetMapping("/{language}/work/calendar")
    Html show(Ui ui) {
        return pages.page("collection/calendar", ui, new CalendarPage(""));
    }

    @Needs({Permission.READ_CALLS, Permission.FILL_RETURNS, Permission.READ_RETURNS})
    @PostMapping("/{language}/work/calendar")
    Html renew(Ui ui) {
        return pages.page(
                "collection/calendar", ui, new CalendarPage(ui.url("/calendar/" + calendars.renew() + ".ics")));
    }

    /** For programmes, which do not sign in: who knows the address reads titles and deadlines of calls, nothing else. */
    @Open
    @GetMapping("/{language}/calendar/{token}.ics")
    ResponseEntity<String> feed(Ui ui, @PathVariable String token) {
        Calendars.Feed feed = calendars.read(token).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Locale language = feed.language();
        ICalendar calendar = new ICalendar(messages.text(language, "calendar.name"), clock.instant());
        feed.calls()
                .forEach(call -> calendar.due(
                        "call-" + call.id(),
                        call.deadline(),
                        messages.text(language, "calendar.due", call.title().text(language)),
                        call.instructions()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header("X-Robots-Tag", "noindex")
                .body(calendar.toString());
    }
}
