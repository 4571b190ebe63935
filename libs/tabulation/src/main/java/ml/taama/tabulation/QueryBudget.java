package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ml.taama.tabulation.json.Member;
import ml.taama.tabulation.request.RequestJson;
import ml.taama.tabulation.request.TableRequest;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * What one user may ask of a release and has asked so far, as text that can be kept: a {@link QuerySession} that outlives
 * its process. The first line holds the limits as JSON, every later one a request that was answered. No figure stands in
 * it.
 *
 * @param tables tables that may be asked for, 1 or more
 * @param cells cells of all tables together, 1 or more
 * @param least two tables must not differ by 1 to {@code least - 1} people in a cell, 1 or more
 * @param data what tells the release from others, for example a digest; empty before the first request
 * @param asked requests that were answered, in their order
 */
public record QueryBudget(int tables, long cells, int least, String data, List<TableRequest> asked) {

    /** A hundred tables, a million cells, none within ten people of another. */
    public static final QueryBudget DEFAULT = new QueryBudget(100, 1_000_000, 10, "", List.of());

    private static final Set<String> LIMITS = Set.of("tables", "cells", "least", "data");

    /** Copies the list and checks the ranges. */
    public QueryBudget {
        asked = List.copyOf(asked);
        if (tables < 1 || cells < 1 || least < 1) {
            throw new IllegalArgumentException("Limits out of range");
        }
    }

    /**
     * Reads a budget; empty text is {@link #DEFAULT}.
     *
     * @param name stands in faults
     * @throws FaultsException with every fault of its line
     */
    public static QueryBudget parse(String text, String name) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            return DEFAULT;
        }
        QueryBudget limits = limits(lines.getFirst(), name + ":1");
        List<TableRequest> asked = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            asked.add(RequestJson.parse(lines.get(line), name + ":" + (line + 1)));
        }
        return new QueryBudget(limits.tables, limits.cells, limits.least, limits.data, asked);
    }

    private static QueryBudget limits(String line, String name) {
        List<Fault> faults = new ArrayList<>();
        Optional<QueryBudget> limits = Member.parse(line, name, faults).map(root -> {
            root.object(LIMITS);
            return new QueryBudget(
                    (int) limit(root.get("tables"), DEFAULT.tables, Integer.MAX_VALUE),
                    limit(root.get("cells"), DEFAULT.cells, Long.MAX_VALUE),
                    (int) limit(root.get("least"), DEFAULT.least, Integer.MAX_VALUE),
                    root.get("data").optionalText().orElse(""),
                    List.of());
        });
        if (!faults.isEmpty() || limits.isEmpty()) {
            throw new FaultsException(faults);
        }
        return limits.get();
    }

    private static long limit(Member member, long otherwise, long most) {
        double limit = member.optionalNumber().orElse((double) otherwise);
        if (limit < 1 || limit > most || limit != Math.rint(limit)) {
            member.bad("1, 2, 3 …");
            return otherwise;
        }
        return (long) limit;
    }

    /** As text that {@link #parse} reads. */
    public String text() {
        StringBuilder text = new StringBuilder("{\"tables\":" + tables + ",\"cells\":" + cells + ",\"least\":" + least
                + (data.isEmpty() ? "" : ",\"data\":\"" + data + "\"") + "}\n");
        asked.forEach(request -> text.append(RequestJson.write(request)).append('\n'));
        return text.toString();
    }

    /** The same for a release. */
    public QueryBudget of(String release) {
        return new QueryBudget(tables, cells, least, release, asked);
    }

    /**
     * The budget after one more table; the same where it was asked before.
     *
     * @throws FaultsException when the budget is used up, or the table is too close to an earlier one
     */
    public QueryBudget admit(Unprotected counts) {
        QuerySession session = new QuerySession(tables, cells, least);
        asked.forEach(earlier -> session.recall(counts.release(), earlier));
        session.admit(counts);
        if (asked.contains(counts.request())) {
            return this;
        }
        List<TableRequest> more = new ArrayList<>(asked);
        more.add(counts.request());
        return new QueryBudget(tables, cells, least, data, more);
    }
}
