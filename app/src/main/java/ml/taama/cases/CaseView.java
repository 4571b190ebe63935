package ml.taama.cases;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.people.Person;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Shows a case with everything of it that the reader may see; the forms of the page lead back here, with what was typed. */
@Component
public class CaseView {

    /**
     * A case.
     *
     * @param entries the time line, the first first
     * @param typed what was typed into the form that was refused
     * @param key by which a repeated request is known
     */
    public record CasePage(
            Shown shown,
            Case dossier,
            List<Journal.Entry> entries,
            List<Aid> services,
            List<Screening> screenings,
            List<Alert> alerts,
            List<Referral> referrals,
            List<CaseTask> tasks,
            Map<String, Factor> factors,
            List<Account> colleagues,
            Map<String, String> typed,
            String key,
            Optional<Problem> fault) {

        /** Whether the reader belongs to the responsible organisation. */
        public boolean own() {
            return shown.may(Permission.MANAGE_CASES, dossier.organisation());
        }

        /** Whether the reader may read what is protected here. */
        public boolean sees() {
            return own()
                    ? shown.may(Permission.READ_PROTECTED, dossier.organisation())
                    : shown.may(Permission.READ_PROTECTED);
        }

        /** Whether the reader may write down services: the responsible, or who takes part through a referral. */
        public boolean serves() {
            return dossier.allows(CaseMove.SERVE)
                    && !dossier.people().isEmpty()
                    && (own() || receives().isPresent());
        }

        /** The referral through which the reader takes part. */
        public Optional<Referral> receives() {
            return referrals.stream()
                    .filter(r -> r.inForce() && shown.may(Permission.MANAGE_CASES, r.recipient()))
                    .findFirst();
        }

        /** The organisation for which the reader writes. */
        public String writer() {
            return own()
                    ? dossier.organisation()
                    : receives().map(Referral::recipient).orElse(dossier.organisation());
        }

        /** What was typed into a form, or what usually stands there. */
        public String typed(String form, String name, String usual) {
            return form.equals(typed.get("form")) ? typed.getOrDefault(name, usual) : usual;
        }

        /** Whether a form was refused and stands open. */
        public boolean refused(String form) {
            return form.equals(typed.get("form"));
        }

        /** What was typed into the form of a move that somebody else made first: it can still be kept as a note. */
        public String unsaid() {
            CaseMove move = switch (typed.getOrDefault("form", "")) {
                case "triage" -> CaseMove.ACCEPT;
                case "outcome" -> CaseMove.CONCLUDE;
                case "closure" -> CaseMove.CLOSE;
                case "reopening" -> CaseMove.REOPEN;
                default -> CaseMove.NOTE;
            };
            return dossier.allows(move) ? "" : typed.getOrDefault(move == CaseMove.REOPEN ? "reason" : "note", "");
        }

        /** Entries of an alert. */
        public List<Journal.Entry> steps(Alert alert) {
            return entries.stream()
                    .filter(e -> e.section().equals("alerts")
                            && e.subject().filter(s -> s == alert.id()).isPresent())
                    .toList();
        }

        /** The words of a service, when the reader may read them. */
        public String detail(Aid service) {
            return entries.stream()
                    .filter(e -> e.kind().equals("service")
                            && e.subject().filter(s -> s == service.id()).isPresent())
                    .map(Journal.Entry::text)
                    .findFirst()
                    .orElse("");
        }

        /** Name of a factor. */
        public String factor(String code) {
            return Optional.ofNullable(factors.get(code))
                    .map(f -> shown.ui().text(f.name()))
                    .orElse(code);
        }

        /** Why a case was closed or not taken on, and more: an entry in words. */
        public String what(Journal.Entry entry) {
            Ui ui = shown.ui();
            String word = entry.word();
            return switch (entry.kind()) {
                case "request" -> ui.t("case.entry.request", ui.t("case.channel." + word));
                case "triage" -> ui.t("case.entry.triage", ui.t("case.urgency." + word));
                case "declined" -> ui.t("case.entry.declined", ui.t("case.refusal." + word));
                case "outcome" -> ui.t("case.entry.outcome", ui.t("case.outcome." + word));
                case "closed" -> ui.t("case.entry.closed", ui.t("case.closure." + word));
                case "service", "service-corrected", "service-cancelled" ->
                    ui.t("case.entry." + entry.kind(), ui.t("case.need." + word));
                case "screening" -> ui.t("case.entry.screening", ui.t("case.form." + word));
                case "alert" -> ui.t("case.entry.alert", ui.t("case.alert." + word));
                case "alert-step" -> ui.t("case.entry.alert-step", ui.t("case.step." + word));
                case "task", "task-done" -> ui.t("case.entry." + entry.kind(), ui.t("case.task." + word));
                case "person-in", "person-out" ->
                    ui.t(
                            "case.entry." + entry.kind(),
                            shown.name(entry.subject().orElse(0L)));
                case "assigned" ->
                    ui.t("case.entry.assigned", shown.colleague(entry.subject().orElse(0L)));
                case "referral-proposed" -> ui.t("case.entry.referral-proposed", recipient(entry));
                default ->
                    ui.t("case.entry." + entry.kind())
                            + (word.equals("consent-withdrawn") ? " — " + ui.t("case.entry.consent-withdrawn") : "");
            };
        }

        private String recipient(Journal.Entry entry) {
            return referrals.stream()
                    .filter(r -> entry.subject().filter(s -> s == r.id()).isPresent())
                    .map(r -> shown.organisation(r.recipient()))
                    .findFirst()
                    .orElse("—");
        }

        /** People of the case whom the reader may see. */
        public List<Person> people() {
            return dossier.people().stream()
                    .flatMap(f -> Optional.ofNullable(shown.people().get(f)).stream())
                    .toList();
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final Cases cases;
    private final Journal journal;
    private final Services services;
    private final Screenings screenings;
    private final Alerts alerts;
    private final Referrals referrals;
    private final CaseTasks tasks;
    private final Accounts accounts;

    CaseView(
            Pages pages,
            Shown.Maker shown,
            Cases cases,
            Journal journal,
            Services services,
            Screenings screenings,
            Alerts alerts,
            Referrals referrals,
            CaseTasks tasks,
            Accounts accounts) {
        this.pages = pages;
        this.shown = shown;
        this.cases = cases;
        this.journal = journal;
        this.services = services;
        this.screenings = screenings;
        this.alerts = alerts;
        this.referrals = referrals;
        this.tasks = tasks;
        this.accounts = accounts;
    }

    /** Something that a form asks for: done, and back to the case; refused, and the page says why. */
    View after(Ui ui, long id, Map<String, String> typed, Runnable work) {
        try {
            work.run();
            return Redirect.within(ui, "/work/cases/" + id);
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.FORBIDDEN || problem.kind() == Problem.Kind.NOT_FOUND) {
                throw problem;
            }
            return page(ui, "cases/case", id, typed, Optional.of(problem));
        }
    }

    Html page(Ui ui, String template, long id, Map<String, String> typed, Optional<Problem> fault) {
        Case dossier = (fault.isPresent() ? cases.find(id) : cases.open(id))
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Html page = pages.page(template, ui, model(ui, dossier, typed, fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    CasePage model(Ui ui, Case dossier, Map<String, String> typed, Optional<Problem> fault) {
        long id = dossier.id();
        List<Journal.Entry> entries = journal.of(id);
        List<Aid> given = services.of(id);
        Map<String, Factor> factors =
                screenings.form(true).stream().collect(java.util.stream.Collectors.toMap(Factor::code, f -> f));
        boolean assigns = ui.visitor().actor().may(Permission.SUPERVISE_CASES, dossier.organisation())
                || dossier.account()
                        .filter(a -> a == ui.visitor().actor().account())
                        .isPresent();
        return new CasePage(
                shown.of(ui, files(dossier, entries, given)),
                dossier,
                entries,
                given,
                screenings.of(id),
                alerts.of(id),
                referrals.of(id),
                tasks.of(id),
                factors,
                assigns ? accounts.allowed(Permission.MANAGE_CASES, dossier.organisation()) : List.of(),
                typed,
                Once.key(),
                fault);
    }

    private static Collection<Long> files(Case dossier, List<Journal.Entry> entries, List<Aid> given) {
        Collection<Long> files = new TreeSet<>(dossier.people());
        given.forEach(s -> files.addAll(s.people()));
        entries.stream()
                .filter(e -> e.kind().startsWith("person-"))
                .forEach(e -> e.subject().ifPresent(files::add));
        return files;
    }
}
