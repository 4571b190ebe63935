package ml.taama.tabulation.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ml.taama.tabulation.json.Member;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/** Requests as JSON; {@code request.schema.json} beside this library describes them as JSON Schema 2020-12. */
public final class RequestJson {

    private static final Set<String> ROOT =
            Set.of("rows", "columns", "layers", "filters", "measures", "compare", "order");
    private static final Set<String> AXIS = Set.of("variable", "levels", "total");
    private static final Set<String> FILTER = Set.of("variable", "level", "in", "notIn", "least", "most");
    private static final Set<String> COMPARE = Set.of("variable", "from", "to");
    private static final Set<String> ORDER = Set.of("by", "descending", "top");

    private final List<Fault> faults = new ArrayList<>();

    private RequestJson() {}

    /**
     * Reads a document.
     *
     * @param name stands in faults
     * @throws FaultsException with every fault of the document
     */
    public static TableRequest parse(String text, String name) {
        RequestJson reading = new RequestJson();
        Optional<TableRequest> request =
                Member.parse(text, name, reading.faults).map(reading::request);
        if (!reading.faults.isEmpty() || request.isEmpty()) {
            throw new FaultsException(reading.faults);
        }
        return request.get();
    }

    /** The same request as JSON on one line. */
    public static String write(TableRequest request) {
        return RequestWriter.write(request);
    }

    private TableRequest request(Member root) {
        root.object(ROOT);
        return new TableRequest(
                root.get("rows").list(this::axis),
                root.get("columns").list(this::axis),
                root.get("layers").list(this::axis),
                root.get("filters").list(this::filter),
                root.get("measures").list(this::measure),
                comparison(root.get("compare")),
                ordering(root.get("order")));
    }

    /** An axis is the name of a variable or an object. */
    private Optional<Axis> axis(Member member) {
        if (member.isText()) {
            return Optional.of(Axis.of(member.text()));
        }
        if (!member.object(AXIS)) {
            return Optional.empty();
        }
        return Optional.of(new Axis(
                member.get("variable").text(),
                member.get("levels").list(m -> Optional.of(m.text())),
                member.get("total").flag()));
    }

    private Optional<Condition> filter(Member member) {
        if (!member.object(FILTER)) {
            return Optional.empty();
        }
        String variable = member.get("variable").text();
        String level = member.get("level").optionalText().orElse("");
        Set<String> in = new HashSet<>(member.get("in").list(m -> Optional.of(m.text())));
        Set<String> notIn = new HashSet<>(member.get("notIn").list(m -> Optional.of(m.text())));
        Optional<Double> least = member.get("least").optionalNumber();
        Optional<Double> most = member.get("most").optionalNumber();
        if (least.isPresent() || most.isPresent()) {
            return Optional.of(new Condition.Between(
                    variable, least.orElse(Double.NEGATIVE_INFINITY), most.orElse(Double.POSITIVE_INFINITY)));
        }
        if (in.isEmpty() == notIn.isEmpty()) {
            member.bad("in, notIn, least, most");
            return Optional.empty();
        }
        return Optional.of(new Condition.In(variable, level, in.isEmpty() ? notIn : in, in.isEmpty()));
    }

    /** A measure stands as its text form. */
    private Optional<Measure> measure(Member member) {
        String text = member.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return RequestText.measures(text).stream().findFirst();
        } catch (FaultsException e) {
            faults.addAll(e.faults());
            return Optional.empty();
        }
    }

    private Optional<Comparison> comparison(Member member) {
        if (!member.present() || !member.object(COMPARE)) {
            return Optional.empty();
        }
        return Optional.of(new Comparison(
                member.get("variable").text(),
                member.get("from").text(),
                member.get("to").text()));
    }

    private Ordering ordering(Member member) {
        if (!member.present() || !member.object(ORDER)) {
            return Ordering.NONE;
        }
        String by = member.get("by").optionalText().orElse("list");
        int top = member.get("top").optionalNumber().orElse(0.0).intValue();
        for (Ordering.By known : Ordering.By.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(by) && top >= 0) {
                return new Ordering(known, member.get("descending").flag(), top);
            }
        }
        member.bad("by: list, value, label; top: 0 or more");
        return Ordering.NONE;
    }
}
