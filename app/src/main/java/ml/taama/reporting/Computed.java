package ml.taama.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.observatory.Activities;
import ml.taama.observatory.Unit;
import ml.taama.platform.text.Messages;
import ml.taama.reference.Goal;

/**
 * A figure that the system counts itself.
 *
 * @param name of the count and its argument, for example {@code goals PONAM-2014}
 * @param definition what was counted, in words
 */
record Computed(String name, BigDecimal value, Unit unit, String definition) {

    /** Names of the counts, for the documentation and the check of packs. */
    static final List<String> NAMES = List.of(
            "goals",
            "goals-reported",
            "goals-silent",
            "priorities",
            "contributors",
            "stakeholders",
            "requests",
            "statements",
            "policies",
            "activities");

    /** Counts; nothing when the name is unknown. */
    static Optional<Computed> of(ReportData data, List<String> arguments, Messages messages, Locale reader) {
        if (arguments.isEmpty() || !NAMES.contains(arguments.getFirst())) {
            return Optional.empty();
        }
        String name = arguments.getFirst();
        String argument = arguments.size() > 1 ? arguments.get(1) : "";
        Unit unit = data.units().get(unit(name, argument.equals(data.review().framework())));
        if (unit == null) {
            return Optional.empty();
        }
        String definition = messages.text(reader, "report.count." + name, label(data, argument, reader));
        return Optional.of(new Computed(
                String.join(" ", arguments), BigDecimal.valueOf(count(data, name, argument)), unit, definition));
    }

    private static long count(ReportData data, String name, String argument) {
        List<Goal> goals = data.goals().getOrDefault(argument, List.of());
        return switch (name) {
            case "goals" -> goals.size();
            case "goals-reported" ->
                goals.stream().filter(g -> reported(data, g)).count();
            case "goals-silent" ->
                goals.stream().filter(g -> !reported(data, g)).count();
            case "priorities" -> data.review().priorities().size();
            case "contributors" ->
                data.review().contributions().stream()
                        .filter(c -> c.task().equals("contribution"))
                        .count();
            case "stakeholders" ->
                data.stakeholders().getOrDefault(argument, List.of()).size();
            case "requests" -> data.review().requests().size();
            case "statements" ->
                data.review().statements().stream()
                        .filter(s -> s.kind().equals(argument))
                        .count();
            case "policies" ->
                data.policyEvents().stream().filter(e -> e.reported()).count();
            default ->
                data.activities().stream()
                        .filter(a -> a.progress().reached()
                                && a.goals().stream()
                                        .anyMatch(s -> s.goal().toString().equals(argument)))
                        .count();
        };
    }

    private static boolean reported(ReportData data, Goal goal) {
        return !Activities.reported(data.activities(), goal.id()).isEmpty();
    }

    private static String unit(String name, boolean reviewed) {
        return switch (name) {
            case "goals" -> reviewed ? "goal" : "axis";
            case "goals-reported", "goals-silent", "priorities" -> "goal";
            case "contributors" -> "organisation";
            case "stakeholders" -> "category";
            case "requests" -> "dataset";
            case "statements" -> "statement";
            case "policies" -> "policy-step";
            default -> "action";
        };
    }

    private static String label(ReportData data, String argument, Locale reader) {
        return argument.isEmpty() ? data.country().name().text(reader) : argument;
    }
}
