package ml.taama.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.taama.documents.Inline;
import ml.taama.observatory.Observation;
import ml.taama.platform.text.Messages;
import ml.taama.reference.Goal;
import ml.taama.reporting.Review.Claim;
import ml.taama.reporting.Review.Statement;
import ml.taama.reporting.narrative.Directive;

/** References within a sentence. */
final class InlineDirectives {

    private final ReportData data;
    private final Printer print;
    private final FigureBinder figures;
    private final Messages messages;

    InlineDirectives(ReportData data, Printer print, FigureBinder figures, Messages messages) {
        this.data = data;
        this.print = print;
        this.figures = figures;
        this.messages = messages;
    }

    /** What a reference becomes; an unknown one shows itself, and the check of the pack names it. */
    List<Inline> runs(Directive directive) {
        Optional<List<Inline>> runs = switch (directive.name()) {
            case "obs" -> observation(directive);
            case "count" -> count(directive);
            case "cite" -> Optional.of(List.of(figures.cite(directive.argument(0))));
            case "say" -> say(directive.argument(0));
            case "claim" -> claim(directive.argument(0));
            case "org" -> Optional.of(print.local(print.organisation(directive.argument(0))));
            case "names" -> names(directive);
            default -> Optional.empty();
        };
        return runs.orElseGet(() -> Inline.text(directive.toString()));
    }

    private Optional<List<Inline>> observation(Directive directive) {
        Observation observation = data.observations().get(directive.argument(0));
        return Optional.ofNullable(observation).map(o -> figures.observation(o, directive.words()));
    }

    private Optional<List<Inline>> count(Directive directive) {
        return Computed.of(data, directive.arguments(), messages, print.reader())
                .map(c -> List.of(figures.computed(c, directive.words())));
    }

    private Optional<List<Inline>> say(String code) {
        return data.review().statements().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .map(this::statement);
    }

    /** The text of a statement and its source. */
    List<Inline> statement(Statement statement) {
        List<Inline> runs = new ArrayList<>(print.local(statement.text()));
        runs.add(figures.cite(statement.sourceRef()));
        return runs;
    }

    private Optional<List<Inline>> claim(String code) {
        Optional<Claim> claim = data.review().claims().stream()
                .filter(c -> c.code().equals(code))
                .findFirst();
        return claim.map(c -> {
            figures.subject("claim:" + c.code());
            List<Inline> runs = new ArrayList<>(print.local(c.text()));
            runs.add(figures.cite(c.sourceRef()));
            return runs;
        });
    }

    private Optional<List<Inline>> names(Directive directive) {
        return switch (directive.argument(0)) {
            case "priorities" ->
                Optional.of(print.joined(data.review().priorities().stream()
                        .map(p -> Inline.text(p.goal().code()))
                        .toList()));
            case "stakeholders" ->
                Optional.of(print.joined(data.stakeholders().getOrDefault(directive.argument(1), List.of()).stream()
                        .map(s -> print.local(s.name()))
                        .toList()));
            case "goals" -> Optional.of(numbered(data.goals().getOrDefault(directive.argument(1), List.of())));
            default -> Optional.empty();
        };
    }

    private List<Inline> numbered(List<Goal> goals) {
        List<List<Inline>> names = goals.stream()
                .map(g -> {
                    List<Inline> runs = new ArrayList<>(Inline.text("(" + g.id().code() + ")\u00a0"));
                    runs.addAll(print.local(g.title()));
                    return runs;
                })
                .toList();
        List<Inline> runs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            runs.addAll(i == 0 ? List.of() : Inline.text(print.text("list.semicolon")));
            runs.addAll(names.get(i));
        }
        return runs;
    }
}
