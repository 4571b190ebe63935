package ml.taama.reporting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.observatory.Activities;
import ml.taama.observatory.Observation;
import ml.taama.reference.Goal;
import ml.taama.reference.Source;
import ml.taama.reporting.Review.Section;

/** The annexes that the system writes: figures with their sources, the goals at a glance, facts and sources. */
final class Annexes {

    private final ReportData data;
    private final Printer print;
    private final FigureBinder figures;
    private final BiConsumer<Block, String> put;

    Annexes(ReportData data, Printer print, FigureBinder figures, BiConsumer<Block, String> put) {
        this.data = data;
        this.print = print;
        this.figures = figures;
        this.put = put;
    }

    void write() {
        for (Section section : data.review().sections()) {
            switch (section.kind()) {
                case FIGURES_ANNEX -> annex(section, figuresTable());
                case GOALS_ANNEX -> annex(section, goalsTable());
                case SOURCES_ANNEX -> annex(section, sourcesTable());
                default -> {}
            }
        }
    }

    private void annex(Section section, Block table) {
        Block heading = new Block.Heading(2, "s-" + section.code(), section.number(), print.local(section.title()));
        put.accept(heading, section.code());
        put.accept(table, section.code());
    }

    private Block figuresTable() {
        Map<String, Observation> quoted = new LinkedHashMap<>();
        figures.quotes().forEach(q -> quoted.putIfAbsent(q.observation().code(), q.observation()));
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Observation observation : quoted.values()) {
            List<Inline> value = new ArrayList<>(Inline.text(print.value(observation, Optional.empty())));
            value.addAll(print.tag(observation.progress()));
            rows.add(List.of(
                    print.local(data.indicator(observation).title()),
                    value,
                    Inline.text(print.period(observation.period())),
                    observation.placeName().map(print::local).orElse(List.of()),
                    print.source(observation.sourceRef())));
        }
        figures.counted().forEach(computed -> rows.add(counted(computed)));
        return new Block.Table(
                "table-figures",
                print.text("report.table.figures"),
                List.of(
                        column("figure", 26),
                        column("value", 20),
                        column("period", 14),
                        column("place", 12),
                        column("source", 28)),
                rows);
    }

    /** A count has neither period nor place; what was counted stands where the source of another figure stands. */
    private List<List<Inline>> counted(Computed computed) {
        return List.of(
                Inline.text(print.text("figure.computed-title")),
                Inline.text(print.value(computed.value(), computed.unit(), Optional.empty())),
                List.of(),
                List.of(),
                Inline.text(print.text("figure.computed", computed.definition())));
    }

    private Block goalsTable() {
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (Goal goal : data.reviewedGoals()) {
            int reported = Activities.reported(data.activities(), goal.id()).size();
            int announced = Activities.announced(data.activities(), goal.id()).size();
            List<Inline> title = new ArrayList<>(print.local(goal.title()));
            if (goal.unofficialIn(print.reader())) {
                title.add(new Inline.Tag(print.text("certainty.unofficial")));
            }
            rows.add(List.of(
                    Inline.text(goal.id().code()),
                    title,
                    Inline.text(data.review().isPriority(goal.id()) ? print.text("goal.priority") : ""),
                    Inline.text(print.text("goal.actions", reported)),
                    Inline.text(announced == 0 ? "" : print.text("goal.announced", announced))));
        }
        return new Block.Table(
                "table-goals",
                print.text("report.table.goals"),
                List.of(
                        column("number", 7),
                        column("goal", 49),
                        column("priority", 13),
                        column("reported", 16),
                        column("announced", 15)),
                rows);
    }

    /** Every passage of the document that the review rests on, with its code. */
    private Block sourcesTable() {
        String document = data.review().sourceRef();
        List<List<List<Inline>>> rows = data.sources().values().stream()
                .filter(s -> s.partOf().filter(document::equals).isPresent())
                .sorted(java.util.Comparator.comparing(Source::code))
                .map(s -> List.of(
                        Inline.text(s.code()),
                        print.local(s.title()),
                        s.locator().map(print::local).orElse(List.of())))
                .toList();
        return new Block.Table(
                "table-sources",
                print.text("report.table.sources"),
                List.of(column("code", 9), column("fact", 61), column("passage", 30)),
                rows);
    }

    private Block.Column column(String name, int share) {
        return new Block.Column(print.text("report.column." + name), false, share);
    }
}
