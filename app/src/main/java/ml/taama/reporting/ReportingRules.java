package ml.taama.reporting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.platform.text.LocalText;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackRow;
import ml.taama.reporting.narrative.Directive;
import ml.taama.reporting.narrative.DirectiveNode;
import ml.taama.reporting.narrative.Markup;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/** What must hold between the rows of a review and its text: every reference leads somewhere. */
final class ReportingRules {

    private static final String OUTLINE = "reporting/outline.csv";

    private final PackContent content;
    private final Faults faults;

    ReportingRules(PackContent content, Faults faults) {
        this.content = content;
        this.faults = faults;
    }

    void check() {
        content.own(OUTLINE).forEach(this::outline);
        content.own("reporting/claims.csv").forEach(this::claim);
        content.own("reporting/narrative").forEach(this::narrative);
        for (String file : List.of(
                "plan/actions.csv",
                "cooperation/trainings.csv",
                "cooperation/meetings.csv",
                "cooperation/agreements.csv",
                "library/documents.csv")) {
            content.own(file).forEach(this::account);
        }
    }

    private void outline(PackRow row) {
        String cycle = row.text("cycle").orElse("");
        row.text("parent")
                .filter(p -> !section(cycle, p))
                .ifPresent(p -> faults.add(row, "parent", "no-row", p, OUTLINE));
        boolean ofGoal = row.text("kind").filter("goal"::equals).isPresent();
        if (ofGoal != row.text("goal").isPresent()) {
            faults.add(row, "goal", "goal-section");
        }
    }

    private void claim(PackRow row) {
        String section = row.text("section").orElse("");
        if (!section(row.text("cycle").orElse(""), section)) {
            faults.add(row, "section", "no-row", section, OUTLINE);
        }
    }

    private boolean section(String cycle, String code) {
        return content.own(OUTLINE).stream()
                .anyMatch(s -> s.text("cycle").filter(cycle::equals).isPresent()
                        && s.text("code").filter(code::equals).isPresent());
    }

    private void narrative(PackRow row) {
        String cycle = row.text("cycle").orElse("");
        String section = row.text("section").orElse("");
        if (!section(cycle, section)) {
            faults.add(row, "section", "no-row", section, OUTLINE);
        }
        String language = row.text("language").orElse("");
        if (!content.manifest().languages().contains(Locale.of(language))) {
            faults.add(
                    row,
                    "language",
                    "one-of",
                    language,
                    content.manifest().languages().stream()
                            .map(Locale::toString)
                            .collect(Collectors.joining(", ")));
        }
        Markup.parse(row.text("markdown").orElse("")).accept(new References((key, node, arguments) -> {
            SourceSpan span = node.getSourceSpans().isEmpty()
                    ? SourceSpan.of(0, 0, 0, 0)
                    : node.getSourceSpans().getFirst();
            faults.add(row.file(), span.getLineIndex() + 1, span.getColumnIndex() + 1, key, arguments);
        }));
    }

    private void account(PackRow row) {
        row.local("account")
                .map(LocalText::texts)
                .ifPresent(texts -> texts.forEach((language, text) -> {
                    String column = "account_" + language;
                    Markup.parse(text)
                            .accept(new References((key, node, arguments) -> faults.add(row, column, key, arguments)));
                }));
    }

    private interface Sink {
        void fault(String key, Node node, Object... arguments);
    }

    /** Visits the references of a text. */
    private final class References extends AbstractVisitor {

        private final Sink sink;

        References(Sink sink) {
            this.sink = sink;
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof DirectiveNode directive) {
                Optional<Directive> parsed = Directive.parse(directive.body());
                if (parsed.isEmpty()) {
                    sink.fault("directive", node, directive.body(), names());
                } else {
                    check(parsed.get(), node);
                }
            }
            visitChildren(node);
        }

        private void check(Directive directive, Node node) {
            if (directive.isBlock() && !(node.getParent() instanceof Paragraph && alone(node))) {
                sink.fault("directive-alone", node, directive);
            }
            String first = directive.argument(0);
            switch (directive.name()) {
                case "obs" -> row(node, "observatory/observations.csv", "code", first);
                case "cite" -> row(node, "sources.csv", "code", first);
                case "org" -> row(node, "organisations/organisations.csv", "code", first);
                case "say" -> row(node, "reporting/statements.csv", "code", first);
                case "claim" -> row(node, "reporting/claims.csv", "code", first);
                case "count" -> word(node, directive, Set.copyOf(Computed.NAMES));
                case "names" -> word(node, directive, Set.of("priorities", "stakeholders", "goals"));
                case "list" -> word(node, directive, Set.copyOf(BlockDirectives.LISTS));
                case "table" -> word(node, directive, Set.copyOf(BlockDirectives.TABLES));
                default -> word(node, directive, Set.copyOf(BlockDirectives.CHARTS));
            }
        }

        private boolean alone(Node node) {
            return node.getNext() == null && node.getPrevious() == null;
        }

        private void row(Node node, String file, String column, String code) {
            if (content.find(file, column, code).isEmpty()) {
                sink.fault("no-row", node, code, file);
            }
        }

        private void word(Node node, Directive directive, Set<String> known) {
            if (!known.contains(directive.argument(0))) {
                sink.fault(
                        "one-of",
                        node,
                        directive.argument(0),
                        known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }

        private String names() {
            return String.join(", ", Directive.INLINE) + ", " + String.join(", ", Directive.BLOCK);
        }
    }
}
