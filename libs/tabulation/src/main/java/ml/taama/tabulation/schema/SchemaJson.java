package ml.taama.tabulation.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ml.taama.tabulation.json.Member;

/** Schema files; {@code microdata.schema.json} beside this package describes them as JSON Schema 2020-12. */
public final class SchemaJson {

    private static final Set<String> ROOT = Set.of("unit", "weight", "variables", "impossible");
    private static final Set<String> UNIT = Set.of("kind", "key");
    private static final Set<String> VARIABLE = Set.of(
            "name", "label", "type", "codes", "levels", "missing", "notApplicable", "sensitive", "unit", "bands");
    private static final Set<String> LEVEL = Set.of("name", "label", "codes");
    private static final Set<String> CODE = Set.of("code", "label", "parent");

    private final List<Fault> faults = new ArrayList<>();

    private SchemaJson() {}

    /**
     * Reads a file.
     *
     * @throws FaultsException with every fault of the file
     */
    public static Schema read(Path file) {
        try {
            return parse(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw FaultsException.of(Fault.Code.FILE_UNREADABLE, file.toString());
        }
    }

    /**
     * Reads a document.
     *
     * @param name stands in faults
     * @throws FaultsException with every fault of the document
     */
    public static Schema parse(String text, String name) {
        SchemaJson reading = new SchemaJson();
        Optional<Schema> schema = Member.parse(text, name, reading.faults).map(reading::schema);
        if (!reading.faults.isEmpty() || schema.isEmpty()) {
            throw new FaultsException(reading.faults);
        }
        return schema.get();
    }

    private Schema schema(Member root) {
        root.object(ROOT);
        List<Variable> variables = root.get("variables").list(this::variable);
        unique(variables.stream().map(Variable::name).toList(), root.get("variables"));
        Schema schema = new Schema(
                unit(root.get("unit")),
                root.get("weight").optionalText(),
                variables,
                root.get("impossible").list(this::combination));
        for (Map<String, Set<String>> combination : schema.impossible()) {
            combination.forEach((variable, codes) -> known(schema, variable, codes, root.get("impossible")));
        }
        return schema;
    }

    private void known(Schema schema, String name, Set<String> codes, Member at) {
        if (!(schema.variable(name).orElse(null) instanceof Variable.Categorical variable)) {
            faults.add(Fault.of(Fault.Code.WRONG_KIND, at.path(), name, "categorical"));
            return;
        }
        Set<String> unknown = new TreeSet<>(codes);
        if (!variable.levels().isEmpty()) {
            variable.levels().getFirst().codes().forEach(c -> unknown.remove(c.code()));
            unknown.forEach(code -> faults.add(Fault.of(Fault.Code.NO_CODE, at.path(), name, code)));
        }
    }

    private Unit unit(Member member) {
        if (!member.present()) {
            return Unit.rows();
        }
        member.object(UNIT);
        String kind = member.get("kind").text();
        Optional<String> key = member.get("key").optionalText();
        for (Unit.Kind known : Unit.Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return new Unit(known, key);
            }
        }
        member.get("kind").bad("people, households, assistances, rows");
        return Unit.rows();
    }

    private Optional<Variable> variable(Member member) {
        if (!member.object(VARIABLE)) {
            return Optional.empty();
        }
        String name = member.get("name").text();
        String label = member.get("label").optionalText().orElse(name);
        String type = member.get("type").optionalText().orElse("categorical");
        if (type.equals("numeric")) {
            List<Double> bands = member.get("bands").list(Member::optionalNumber);
            for (int i = 1; i < bands.size(); i++) {
                if (bands.get(i) <= bands.get(i - 1)) {
                    member.get("bands").bad("ascending numbers");
                    break;
                }
            }
            return Optional.of(new Variable.Numeric(
                    name,
                    label,
                    member.get("unit").optionalText().orElse(""),
                    member.get("missing").optionalNumber(),
                    bands));
        }
        if (!type.equals("categorical")) {
            member.get("type").bad("categorical, numeric");
        }
        return Optional.of(new Variable.Categorical(
                name,
                label,
                levels(member, name),
                member.get("missing").optionalText(),
                member.get("notApplicable").optionalText(),
                member.get("sensitive").flag()));
    }

    /** The codes of the variable are its finest level, named after it; {@code levels} are the coarser ones. */
    private List<Level> levels(Member member, String name) {
        List<Code> finest = member.get("codes").list(this::code);
        List<Level> levels = new ArrayList<>();
        if (!finest.isEmpty()) {
            levels.add(new Level(name, name, finest));
        }
        levels.addAll(member.get("levels").list(this::level));
        if (finest.isEmpty() && !levels.isEmpty()) {
            member.get("codes").bad("array");
        }
        unique(levels.stream().map(Level::name).toList(), member.get("levels"));
        for (int i = 0; i < levels.size(); i++) {
            unique(levels.get(i).codes().stream().map(Code::code).toList(), member);
            if (i + 1 < levels.size()) {
                parents(levels.get(i), levels.get(i + 1), member);
            }
        }
        return levels;
    }

    private void parents(Level level, Level next, Member member) {
        Set<String> known = new HashSet<>();
        next.codes().forEach(c -> known.add(c.code()));
        for (Code code : level.codes()) {
            if (code.parent().filter(known::contains).isEmpty()) {
                faults.add(Fault.of(Fault.Code.NO_PARENT, member.path(), code.code(), next.name()));
            }
        }
    }

    private Optional<Level> level(Member member) {
        if (!member.object(LEVEL)) {
            return Optional.empty();
        }
        String name = member.get("name").text();
        return Optional.of(new Level(
                name,
                member.get("label").optionalText().orElse(name),
                member.get("codes").list(this::code)));
    }

    private Optional<Code> code(Member member) {
        if (member.isText()) {
            return Optional.of(new Code(member.text(), member.text(), Optional.empty()));
        }
        if (!member.object(CODE)) {
            return Optional.empty();
        }
        String code = member.get("code").text();
        return Optional.of(new Code(
                code,
                member.get("label").optionalText().orElse(code),
                member.get("parent").optionalText()));
    }

    private Optional<Map<String, Set<String>>> combination(Member member) {
        Map<String, Set<String>> combination = new TreeMap<>();
        for (String name : member.names()) {
            combination.put(name, new TreeSet<>(member.get(name).list(m -> Optional.of(m.text()))));
        }
        if (combination.isEmpty()) {
            member.bad("object");
            return Optional.empty();
        }
        return Optional.of(combination);
    }

    private void unique(List<String> names, Member at) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !seen.add(name))
                .forEach(name -> faults.add(Fault.of(Fault.Code.TWICE, at.path(), name)));
    }
}
