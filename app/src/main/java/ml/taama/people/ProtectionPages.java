package ml.taama.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.Processings.Processing;
import ml.taama.people.RightsRequests.RightsRequest;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What the data-protection officer watches over: requests, emergencies, how long things are kept, processings. */
@Controller
@Needs(Permission.PROTECT_PEOPLE)
public class ProtectionPages {

    /**
     * The overview.
     *
     * @param settings that are set, by name
     * @param glasses emergencies that nobody examined
     */
    public record ProtectionPage(
            Shown shown,
            List<RightsRequest> requests,
            Map<String, Integer> settings,
            long glasses,
            Optional<Problem> fault) {

        /** Names of the deadlines. */
        public List<String> deadlines() {
            return PeopleSettings.DEADLINES;
        }
    }

    /** Periods, and what they would do today. */
    public record RetentionPage(
            Shown shown, Map<String, Integer> settings, List<Retention.Step> plan, Optional<Problem> fault) {

        /** Names of the periods. */
        public List<String> periods() {
            return PeopleSettings.PERIODS;
        }

        /** Marks the plan that is shown. */
        public String mark() {
            return Retention.mark(plan);
        }

        /** Whether anything would be done. */
        public boolean due() {
            return plan.stream().anyMatch(s -> !s.ids().isEmpty());
        }
    }

    /** The register of processings; what was typed into the form. */
    public record ProcessingsPage(
            Shown shown, List<Processing> processings, Map<String, String> typed, Optional<Problem> fault) {

        /** What was typed into a field. */
        public String typed(String field) {
            return typed.getOrDefault(field, "");
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final RightsRequests requests;
    private final PeopleSettings settings;
    private final Glasses glasses;
    private final Retention retention;
    private final Processings processings;

    ProtectionPages(
            Pages pages,
            Shown.Maker shown,
            RightsRequests requests,
            PeopleSettings settings,
            Glasses glasses,
            Retention retention,
            Processings processings) {
        this.pages = pages;
        this.shown = shown;
        this.requests = requests;
        this.settings = settings;
        this.glasses = glasses;
        this.retention = retention;
        this.processings = processings;
    }

    @Bean
    static WorkEntry protectionEntry() {
        return new WorkEntry(
                16,
                "people.protection",
                "/work/people/protection",
                "shield-lock",
                a -> a.may(Permission.PROTECT_PEOPLE),
                List.of(
                        "/work/people/requests",
                        "/work/people/access",
                        "/work/people/retention",
                        "/work/people/processings"));
    }

    @GetMapping("/{language}/work/people/protection")
    Html overview(Ui ui) {
        return overview(ui, Optional.empty());
    }

    private Html overview(Ui ui, Optional<Problem> fault) {
        ProtectionPage model =
                new ProtectionPage(shown.of(ui), requests.all(), settings.all(), glasses.waiting(), fault);
        return answer(pages.page("people/protection", ui, model), fault);
    }

    private static Html answer(Html page, Optional<Problem> fault) {
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/people/protection/deadlines")
    View deadlines(Ui ui, @RequestParam Map<String, String> typed) {
        try {
            settings.put(typed);
            requests.reckon();
            return Redirect.within(ui, "/work/people/protection");
        } catch (Problem problem) {
            return overview(ui, Optional.of(problem));
        }
    }

    @GetMapping("/{language}/work/people/retention")
    Html retention(Ui ui) {
        return retention(ui, Optional.empty());
    }

    private Html retention(Ui ui, Optional<Problem> fault) {
        RetentionPage model = new RetentionPage(shown.of(ui), settings.all(), retention.plan(), fault);
        return answer(pages.page("people/retention", ui, model), fault);
    }

    @PostMapping("/{language}/work/people/retention/periods")
    View periods(Ui ui, @RequestParam Map<String, String> typed) {
        return kept(ui, () -> settings.put(typed));
    }

    @PostMapping("/{language}/work/people/retention/run")
    View run(Ui ui, @RequestParam(defaultValue = "") String mark) {
        return kept(ui, () -> retention.run(mark));
    }

    private View kept(Ui ui, Runnable work) {
        try {
            work.run();
            return Redirect.within(ui, "/work/people/retention");
        } catch (Problem problem) {
            return retention(ui, Optional.of(problem));
        }
    }

    @GetMapping("/{language}/work/people/processings")
    Html processings(Ui ui) {
        return processings(ui, Map.of(), Optional.empty());
    }

    private Html processings(Ui ui, Map<String, String> typed, Optional<Problem> fault) {
        ProcessingsPage model = new ProcessingsPage(shown.of(ui), processings.all(), typed, fault);
        return answer(pages.page("people/processings", ui, model), fault);
    }

    @PostMapping("/{language}/work/people/processings")
    View put(Ui ui, @RequestParam Map<String, String> typed) {
        try {
            String day = typed.getOrDefault("authorised-on", "").strip();
            processings.put(new Processing(
                    0,
                    typed.getOrDefault("code", ""),
                    typed.getOrDefault("title", ""),
                    typed.getOrDefault("purpose", ""),
                    typed.getOrDefault("basis", ""),
                    typed.getOrDefault("recipients", ""),
                    typed.getOrDefault("kept", ""),
                    typed.getOrDefault("authorisation", ""),
                    day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day)),
                    Optional.empty()));
            return Redirect.within(ui, "/work/people/processings");
        } catch (DateTimeParseException e) {
            return processings(
                    ui,
                    typed,
                    Optional.of(Problem.of(
                                    PlatformProblem.WRONG_FIELD,
                                    ui.t("people.processing.authorised-on"),
                                    typed.getOrDefault("authorised-on", ""),
                                    "2026-12-31")
                            .causedBy(e)));
        } catch (Problem problem) {
            return processings(ui, typed, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/people/processings/{id:[0-9]+}/end")
    View end(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "true") boolean ended) {
        processings.end(id, ended);
        return Redirect.within(ui, "/work/people/processings");
    }
}
