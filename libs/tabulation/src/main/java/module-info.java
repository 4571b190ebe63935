/**
 * Tabulation: microdata counted into disaggregated tables, every figure protected before anyone sees it.
 *
 * <p>Pure computation over DuckDB and plain arrays; no sentence of its own: faults and notes are codes with arguments.
 */
module ml.taama.tabulation {
    requires transitive org.jspecify;
    requires transitive ml.taama.documents;
    requires java.sql;
    requires duckdb.jdbc;
    requires tools.jackson.databind;
    requires de.siegmar.fastcsv;
    requires ojalgo;
    requires org.apache.poi.ooxml;

    exports ml.taama.tabulation;
    exports ml.taama.tabulation.output;
    exports ml.taama.tabulation.perturbation;
    exports ml.taama.tabulation.request;
    exports ml.taama.tabulation.schema;
    exports ml.taama.tabulation.suppression;
}
