package ml.taama.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.cases.statistics.Asked;
import ml.taama.cases.statistics.CaseStatistics;
import ml.taama.cases.statistics.Count;
import ml.taama.cases.statistics.OutcomeCount;
import ml.taama.cases.statistics.ReferralCount;
import ml.taama.cases.statistics.ReportedAssistance;
import ml.taama.cases.statistics.ReportedAssistance.Reported;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import ml.taama.ui.WorkEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** People in distress who were assisted, and services given to them, counted anew at each look. */
@Controller
@Needs(Permission.READ_CASE_FIGURES)
public class CaseFigurePages {

    private static final Set<String> ASKED = Set.of("from", "to", "country", "need", "organisation");

    /** Breakdowns, in order. */
    private static final List<String> DIMENSIONS =
            List.of("sex", "age", "country", "area", "need", "organisation", "pathway", "month");

    /**
     * The figures.
     *
     * @param reported what reports say, as it was sent
     * @param since month of the first service counted
     */
    public record FiguresPage(
            Shown shown,
            Query query,
            List<Count> counts,
            List<ReferralCount> referrals,
            List<OutcomeCount> outcomes,
            List<Reported> reported,
            Optional<LocalDate> since) {

        /** Breakdowns that have rows, in order. */
        public List<String> dimensions() {
            return DIMENSIONS.stream().filter(d -> !of(d).isEmpty()).toList();
        }

        /** Rows of a breakdown; the one of nothing known last. */
        public List<Count> of(String dimension) {
            return counts.stream()
                    .filter(c -> c.dimension().equals(dimension) && !c.value().isEmpty())
                    .toList();
        }

        /** The whole. */
        public Count total() {
            return counts.stream()
                    .filter(c -> c.dimension().equals("total"))
                    .findFirst()
                    .orElse(new Count("total", "", 0, 0));
        }

        /** Different people of a sex, or younger than eighteen. */
        public long people(String dimension, Set<String> values) {
            return of(dimension).stream()
                    .filter(c -> values.contains(c.value()))
                    .mapToLong(Count::people)
                    .sum();
        }

        /** A value of a breakdown in words. */
        public String word(Count count) {
            return shown.value(count.dimension(), count.value());
        }

        /** How many referrals ended or stand in a state. */
        public long referrals(String state) {
            return referrals.stream()
                    .filter(r -> r.state().equals(state))
                    .mapToLong(ReferralCount::referrals)
                    .sum();
        }

        /** Words of the states of referrals. */
        public List<String> states() {
            return ReferralState.words();
        }

        /** How many cases had an outcome on a pathway. */
        public long cases(String outcome, String pathway) {
            return outcomes.stream()
                    .filter(o -> o.outcome().equals(outcome) && o.pathway().equals(pathway))
                    .mapToLong(OutcomeCount::cases)
                    .sum();
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final CaseStatistics statistics;
    private final List<ReportedAssistance> reported;

    CaseFigurePages(Pages pages, Shown.Maker shown, CaseStatistics statistics, List<ReportedAssistance> reported) {
        this.pages = pages;
        this.shown = shown;
        this.statistics = statistics;
        this.reported = reported;
    }

    @Bean
    static WorkEntry caseFiguresEntry() {
        return new WorkEntry(
                19,
                "case-figures.title",
                "/work/case-figures",
                "bar-chart",
                a -> a.maySomewhere(Permission.READ_CASE_FIGURES));
    }

    @GetMapping("/{language}/work/case-figures")
    Html show(Ui ui, @RequestParam Map<String, String> parameters) {
        return pages.page("cases/figures", ui, model(ui, parameters));
    }

    @GetMapping("/{language}/work/case-figures.csv")
    ResponseEntity<byte[]> table(Ui ui, @RequestParam Map<String, String> parameters) {
        Table table = new Table("breakdown", "value", "people", "services");
        model(ui, parameters)
                .counts()
                .forEach(c ->
                        table.row(c.dimension(), c.value(), String.valueOf(c.people()), String.valueOf(c.services())));
        return table.download("assistance.csv");
    }

    private FiguresPage model(Ui ui, Map<String, String> parameters) {
        Query query = Query.of("/work/case-figures", parameters, ASKED);
        Asked asked = new Asked(
                month(query.get("from")).map(m -> m.atDay(1)),
                month(query.get("to")).map(YearMonth::atEndOfMonth),
                Fields.maybe(query.get("country")),
                Fields.maybe(query.get("need")),
                Fields.maybe(query.get("organisation")));
        return new FiguresPage(
                shown.of(ui, List.of()),
                query,
                statistics.counts(asked),
                statistics.referrals(),
                statistics.outcomes(),
                reported.stream().flatMap(r -> r.all().stream()).toList(),
                statistics.since());
    }

    private static Optional<YearMonth> month(String text) {
        return text.matches("(19|20)\\d\\d-(0[1-9]|1[0-2])") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
    }
}
