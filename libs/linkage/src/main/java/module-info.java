/**
 * Record linkage: which records are one person. Reads tables, standardises, blocks, compares, estimates, scores and
 * clusters, after Fellegi and Sunter (1969).
 *
 * <p>Pure computation: no database, no network, no framework, and no record in any message or log.
 */
module ml.taama.linkage {
    requires transitive org.jspecify;
    requires java.sql;
    requires tools.jackson.databind;
    requires de.siegmar.fastcsv;

    exports ml.taama.linkage;
    exports ml.taama.linkage.names;
    exports ml.taama.linkage.people;
    exports ml.taama.linkage.tables;
    exports ml.taama.linkage.text;
}
