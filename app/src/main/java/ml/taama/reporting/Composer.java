package ml.taama.reporting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.documents.Metadata;
import ml.taama.documents.Report;
import ml.taama.observatory.Activities;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.text.Messages;
import ml.taama.reference.Activity;
import ml.taama.reference.Crosswalk;
import ml.taama.reference.Goal;
import ml.taama.reference.GoalId;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.Review.SectionKind;
import ml.taama.reporting.narrative.Directive;

/** Composes the report of a review from its data: a pure function of data, language and layout. */
final class Composer {

    /** A block, the section it stands in, and what it speaks of. */
    record Placed(Block block, String section, Set<String> subjects) {}

    private static final int CHAPTER = 2;

    private final ReportData data;
    private final Messages messages;
    private final Layout layout;
    private final Printer print;
    private final Notebook notes = new Notebook();
    private final FigureBinder figures;
    private final InlineDirectives inline;
    private final BlockDirectives directives;
    private final NarrativeComposer narrative;
    private final List<Placed> placed = new ArrayList<>();

    Composer(ReportData data, Messages messages, Charts charts, Locale reader, Layout layout) {
        this.data = data;
        this.messages = messages;
        this.layout = layout;
        this.print = new Printer(data, messages, reader);
        this.figures = new FigureBinder(data, print, notes);
        this.inline = new InlineDirectives(data, print, figures, messages);
        this.directives = new BlockDirectives(data, print, figures, charts, this::account);
        this.narrative = new NarrativeComposer(figures, inline, notes, reader, this::make);
    }

    private List<Inline> account(LocalText text) {
        return narrative.line(text);
    }

    private List<Block> make(Directive directive) {
        return directives.make(directive);
    }

    Composition compose() {
        for (Section section : data.review().sections()) {
            if (section.parent().isEmpty()) {
                section(section, CHAPTER);
            }
        }
        List<Finding> findings = new Findings(data, messages, print.reader(), figures, shown()).all();
        limits(findings);
        new Annexes(data, print, figures, this::put).write();
        settle();
        String hash = Fingerprint.of(placed.stream().map(Placed::block).toList(), notes.all(), figures.trace());
        List<Block> blocks = Remarks.beside(placed, findings);
        Report report =
                new Report(print.reader(), metadata(hash), blocks, notes.all(), ReportWords.of(messages, print));
        return new Composition(report, List.copyOf(figures.trace()), findings, words(), hash);
    }

    /** What each section says, figures included; a picture counts with its caption only. */
    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        placed.forEach(
                p -> words.merge(p.section, Fingerprint.words(p.block), (before, more) -> before + "\n\n" + more));
        return words;
    }

    /** A table stands once; a picture whose table the outline leaves out carries its data itself. */
    private void settle() {
        Set<String> tables = new HashSet<>();
        placed.removeIf(p -> p.block instanceof Block.Table table && !tables.add(table.id()));
        placed.replaceAll(p -> p.block instanceof Block.Picture picture && !tables.contains(picture.dataIn())
                ? new Placed(new Block.Picture(picture.chart(), picture.caption(), ""), p.section, p.subjects)
                : p);
    }

    private void put(Block block, String section) {
        placed.add(new Placed(NotePlacing.in(block, print.reader()), section, figures.takeSubjects()));
    }

    private Map<String, Set<String>> shown() {
        Map<String, Set<String>> shown = new LinkedHashMap<>();
        placed.forEach(p -> shown.computeIfAbsent(p.section, ignored -> new LinkedHashSet<>())
                .addAll(p.subjects));
        return shown;
    }

    private void section(Section section, int level) {
        figures.enter(section.code());
        switch (section.kind()) {
            case TEXT -> {
                heading(section, section.title(), level);
                text(section, level);
                data.review().below(section.code()).forEach(s -> section(s, level + 1));
            }
            case PROGRESS -> progress(section, level);
            case GOAL -> goal(section, level);
            case LIMITS_ANNEX, FIGURES_ANNEX, GOALS_ANNEX, SOURCES_ANNEX -> {}
        }
    }

    private void heading(Section section, LocalText title, int level) {
        put(new Block.Heading(level, "s-" + section.code(), section.number(), print.local(title)), section.code());
    }

    private void text(Section section, int level) {
        LocalText text = data.review().text(section.code(), print.reader());
        narrative.blocks(text, level, "s-" + section.code(), block -> put(block, section.code()));
        dissents(section);
    }

    /** Who signed the report, but not this section, says why. */
    private void dissents(Section section) {
        data.review().dissents().stream()
                .filter(d -> d.section().equals(section.code()))
                .forEach(d -> {
                    List<Inline> runs = new ArrayList<>(Inline.text(print.text(
                            "report.dissent",
                            print.organisation(d.organisation()).text(print.reader()))));
                    runs.add(new Inline.Text(" "));
                    runs.add(new Inline.Emphasis(Inline.text(d.text())));
                    put(new Block.Paragraph(runs), section.code());
                });
    }

    private void progress(Section section, int level) {
        heading(section, section.title(), level);
        text(section, level);
        List<Section> below = data.review().below(section.code());
        List<Section> goals =
                below.stream().filter(s -> s.kind() == SectionKind.GOAL).toList();
        if (layout == Layout.BY_ROUND_TABLE) {
            byRoundTable(section, goals, level);
        } else {
            goals.forEach(s -> section(s, level + 1));
        }
        below.stream().filter(s -> s.kind() != SectionKind.GOAL).forEach(s -> section(s, level + 1));
    }

    private void byRoundTable(Section progress, List<Section> goals, int level) {
        for (Goal table : data.groupNames()) {
            List<GoalId> members = data.groups().stream()
                    .filter(l -> l.from().equals(table.id()))
                    .map(Crosswalk::to)
                    .toList();
            figures.enter(progress.code());
            String id = "s-" + progress.code() + "-" + table.id().code().toLowerCase(Locale.ROOT);
            put(new Block.Heading(level + 1, id, "", print.local(table.title())), progress.code());
            goals.stream()
                    .filter(s -> s.goal().filter(members::contains).isPresent())
                    .forEach(s -> section(s, level + 2));
            silent(members, progress.code());
        }
    }

    /** Goals of a round table without a reported action are named, not passed over. */
    private void silent(List<GoalId> members, String section) {
        List<List<Inline>> names = data.reviewedGoals().stream()
                .filter(g -> members.contains(g.id()))
                .filter(g -> Activities.reported(data.activities(), g.id()).isEmpty())
                .map(g -> Inline.text(g.id().code()))
                .toList();
        if (!names.isEmpty()) {
            List<Inline> runs = new ArrayList<>(Inline.text(print.text("report.silent-goals") + " "));
            runs.addAll(print.joined(names));
            runs.add(new Inline.Text("."));
            put(new Block.Paragraph(runs), section);
        }
    }

    private void goal(Section section, int level) {
        Optional<Goal> goal = section.goal().flatMap(data::goal);
        if (goal.isEmpty()) {
            return;
        }
        List<Inline> title = new ArrayList<>(print.local(section.title()));
        title.add(new Inline.Text(" — "));
        title.addAll(print.local(goal.get().title()));
        put(new Block.Heading(level, "s-" + section.code(), section.number(), title), section.code());
        text(section, level);
        List<Activity> reported =
                Activities.reported(data.activities(), goal.get().id());
        if (reported.isEmpty()) {
            put(new Block.Paragraph(Inline.text(print.text("report.no-action"))), section.code());
        }
        directives.activities(reported).ifPresent(block -> put(block, section.code()));
    }

    private void limits(List<Finding> findings) {
        Optional<Section> section = data.review().sections().stream()
                .filter(s -> s.kind() == SectionKind.LIMITS_ANNEX)
                .findFirst();
        List<List<Inline>> items = findings.stream()
                .filter(Finding::printed)
                .map(f -> {
                    List<Inline> runs = new ArrayList<>(Inline.text(f.text() + " "));
                    f.answer().ifPresent(a -> runs.addAll(print.local(a)));
                    return runs;
                })
                .toList();
        if (section.isPresent() && !items.isEmpty()) {
            heading(section.get(), section.get().title(), CHAPTER);
            put(new Block.Items(false, items), section.get().code());
        }
    }

    private Metadata metadata(String hash) {
        Review review = data.review();
        String state =
                print.text("report.state." + review.state().name().toLowerCase(Locale.ROOT), hash.substring(0, 12));
        return new Metadata(
                review.title().text(print.reader()),
                review.subtitle().text(print.reader()),
                print.organisation(review.coordinator()).text(print.reader()),
                print.text("report.subject", data.country().name().text(print.reader())),
                review.contentDate(),
                print.text(
                        "report.country-and-date",
                        data.country().name().text(print.reader()),
                        print.day(review.contentDate())),
                state,
                data.country().flag());
    }
}
