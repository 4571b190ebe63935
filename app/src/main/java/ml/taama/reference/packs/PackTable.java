package ml.taama.reference.packs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One file of a pack and the table it fills. Built by the module that owns the table:
 *
 * <pre>{@code
 * PackTable.file("plan/plans.csv").into("plan.plan").says("Plans of action.")
 *     .key("code", "PONAM-PA2").text("title", "Title", "Plan 2020–2024").source()
 * }</pre>
 */
public final class PackTable {

    private static final BigDecimal HUGE = new BigDecimal("1e15");

    private final String file;
    private final List<PackColumn> columns = new ArrayList<>();
    private final List<PackLink> links = new ArrayList<>();
    private String table = "";
    private String says = "";
    private Reading reading = Reading.CSV;

    /** How the file is read. */
    public enum Reading {
        /** Comma-separated values (RFC 4180), UTF-8, with a header. */
        CSV,
        /** A GeoJSON feature collection: properties are the columns. */
        GEOJSON,
        /** A folder of Markdown files {@code <cycle>/<section>.<language>.md}. */
        MARKDOWN,
        /** A folder of files {@code <language>.properties}. */
        PROPERTIES,
        /** A folder of files {@code <code>.json}: the text of each stands under the name of the last column. */
        JSON
    }

    private PackTable(String file) {
        this.file = file;
    }

    /** A file, by its path within a pack. */
    public static PackTable file(String path) {
        return new PackTable(path);
    }

    /** The table that it fills, {@code schema.table}. */
    public PackTable into(String schemaAndTable) {
        table = schemaAndTable;
        return this;
    }

    /** What the file is for. */
    public PackTable says(String text) {
        says = text;
        return this;
    }

    /** How it is read, when it is no CSV. */
    public PackTable read(Reading how) {
        reading = how;
        return this;
    }

    /** A code that names the row. */
    public PackTable key(String name, String example) {
        return key(name, new PackType.Code(), "Names the row, within the file.", example);
    }

    /** A column that names the row, alone or with other keys. */
    public PackTable key(String name, PackType type, String text, String example) {
        columns.add(new PackColumn(name, type, true, true, false, "", text, example));
        return this;
    }

    /** A column that must be filled. */
    public PackTable must(String name, PackType type, String text, String example) {
        columns.add(new PackColumn(name, type, false, true, false, "", text, example));
        return this;
    }

    /** A column that may be empty. */
    public PackTable may(String name, PackType type, String text, String example) {
        columns.add(new PackColumn(name, type, false, false, false, "", text, example));
        return this;
    }

    /** A column whose empty cell means something. */
    public PackTable may(String name, PackType type, String fallback, String text, String example) {
        columns.add(new PackColumn(name, type, false, false, false, fallback, text, example));
        return this;
    }

    /** A text in the languages of the pack; the first language must be filled. */
    public PackTable text(String name, String text, String example) {
        columns.add(new PackColumn(name, new PackType.Words(), false, true, true, "", text, example));
        return this;
    }

    /** A text in the languages of the pack that may be missing. */
    public PackTable maybeText(String name, String text, String example) {
        columns.add(new PackColumn(name, new PackType.Words(), false, false, true, "", text, example));
        return this;
    }

    /** Where the row is known from. */
    public PackTable source() {
        return must("source_ref", reference("sources.csv"), "Where the row is known from.", "F080");
    }

    /** Order among rows of its kind. */
    public PackTable position() {
        return may("position", whole(), PackColumn.LINE, "Order among rows; empty means the order of the file.", "10");
    }

    /** How far something is done. */
    public PackTable status() {
        return must(
                "status",
                oneOf("done", "ongoing", "planned", "intended"),
                "How far it is done. What is planned or intended is never shown as a result.",
                "done");
    }

    /** The goals it serves, in a table of links that also says how each is known. */
    public PackTable goals(String linkTable, String parent) {
        links.add(new PackLink(
                "goals",
                linkTable,
                parent,
                goal("framework", "goal"),
                "",
                true,
                "Goals that it serves, separated by spaces; `goals_basis` says whether the source states it (`stated`) "
                        + "or we infer it (`inferred`).",
                "GCM:7 GCM:21"));
        return this;
    }

    /** Rows of another file that belong to it. */
    public PackTable links(
            String name, String linkTable, String parent, String target, String column, String text, String example) {
        links.add(new PackLink(name, linkTable, parent, reference(target), column, false, text, example));
        return this;
    }

    /** The code of a row of another file. */
    public static PackType reference(String target) {
        return new PackType.Reference(target);
    }

    /** A goal, kept in two columns. */
    public static PackType goal(String frameworkColumn, String goalColumn) {
        return new PackType.Goal(frameworkColumn, goalColumn);
    }

    /** One of some words. */
    public static PackType oneOf(String... words) {
        return new PackType.OneOf(Arrays.asList(words));
    }

    /** Any text without languages. */
    public static PackType words() {
        return new PackType.Words();
    }

    /** A period. */
    public static PackType period() {
        return new PackType.PeriodText();
    }

    /** A day. */
    public static PackType day() {
        return new PackType.Day();
    }

    /** A number of any size. */
    public static PackType number() {
        return new PackType.Quantity(HUGE.negate(), HUGE, false);
    }

    /** A number within bounds, ends included. */
    public static PackType number(int least, int most) {
        return new PackType.Quantity(BigDecimal.valueOf(least), BigDecimal.valueOf(most), false);
    }

    /** A whole number that is not negative. */
    public static PackType whole() {
        return new PackType.Quantity(BigDecimal.ZERO, BigDecimal.valueOf(Integer.MAX_VALUE), true);
    }

    /** Several words. */
    public static PackType many() {
        return new PackType.Many();
    }

    /** An address on the web. */
    public static PackType address() {
        return new PackType.Address();
    }

    /** Path within a pack. */
    public String file() {
        return file;
    }

    /** The table that it fills. */
    public String table() {
        return table;
    }

    /** The schema, which is the module. */
    public String schema() {
        return table.substring(0, table.indexOf('.'));
    }

    /** What the file is for. */
    public String says() {
        return says;
    }

    /** How it is read. */
    public Reading reading() {
        return reading;
    }

    /** Its columns, in order. */
    public List<PackColumn> columns() {
        return List.copyOf(columns);
    }

    /** Its lists of rows of other files. */
    public List<PackLink> links() {
        return List.copyOf(links);
    }

    /** The columns that name a row. */
    public List<PackColumn> keys() {
        return columns.stream().filter(PackColumn::key).toList();
    }

    @Override
    public String toString() {
        return file;
    }
}
