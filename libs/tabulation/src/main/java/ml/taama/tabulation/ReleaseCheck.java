package ml.taama.tabulation;

import java.util.ArrayList;
import java.util.List;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;
import ml.taama.tabulation.schema.Variable;

/** Microdata held against their schema; every fault in one pass, none of them quoting a record. */
final class ReleaseCheck {

    private final DataFile file;
    private final Source source;
    private final Columns columns;
    private final List<Fault> faults = new ArrayList<>();

    ReleaseCheck(DataFile file, Source source, Columns columns) {
        this.file = file;
        this.source = source;
        this.columns = columns;
    }

    void check() {
        for (Variable variable : columns.schema().variables()) {
            collect(() -> variable(variable));
        }
        columns.unit()
                .ifPresent(unit -> collect(() -> rows(
                        Fault.Code.NO_UNIT_KEY,
                        unit,
                        "coalesce(CAST(" + DataFile.column(unit) + " AS VARCHAR), '') = ''")));
        columns.schema()
                .weight()
                .ifPresent(weight -> collect(
                        () -> rows(Fault.Code.BAD_WEIGHT, weight, "coalesce(" + Columns.number(weight) + ", -1) < 0")));
        if (source.keys() instanceof KeySource.Column(String name)) {
            collect(() ->
                    rows(Fault.Code.NOT_NUMERIC, name, "TRY_CAST(" + DataFile.column(name) + " AS BIGINT) IS NULL"));
        }
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    private void variable(Variable variable) {
        switch (variable) {
            case Variable.Categorical c -> columns.dictionary(c.name());
            case Variable.Numeric n ->
                rows(
                        Fault.Code.NOT_NUMERIC,
                        n.name(),
                        DataFile.column(n.name()) + " IS NOT NULL AND " + Columns.number(n.name()) + " IS NULL");
        }
    }

    /** A fault where rows meet a condition: how many, and the first. */
    private void rows(Fault.Code code, String column, String condition) {
        columns.exists(column);
        long[] found = new long[2];
        file.query("SELECT count(*) FROM data WHERE " + condition, row -> found[0] = row.getLong(1));
        if (found[0] > 0) {
            file.query(
                    "SELECT min(r) FROM (SELECT row_number() OVER () AS r, * FROM data) WHERE " + condition,
                    row -> found[1] = row.getLong(1));
            faults.add(Fault.of(code, file.name(), column, found[0], found[1]));
        }
    }

    private void collect(Runnable check) {
        try {
            check.run();
        } catch (FaultsException e) {
            faults.addAll(e.faults());
        }
    }
}
