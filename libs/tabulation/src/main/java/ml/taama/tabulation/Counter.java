package ml.taama.tabulation;

/** What counts: records in memory, a cuboid, or the database. */
interface Counter {

    /** Raw counts of a table, subtotals included. */
    Cells count(Plan plan);
}
