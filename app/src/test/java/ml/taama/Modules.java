package ml.taama;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the application and the arrows that they declare. */
final class Modules {

    /** The libraries, the pages that JTE generates, and the class that starts it all are no modules. */
    static final ApplicationModules ALL = ApplicationModules.of(
            Taama.class,
            resideInAnyPackage("ml.taama.documents..", "ml.taama.linkage..", "ml.taama.pages..")
                    .or(equivalentTo(Taama.class)));

    private Modules() {}

    /** Which modules each module may depend on, as its {@code package-info} says. */
    static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        ALL.forEach(module -> arrows.put(
                module.getIdentifier().toString(),
                allowed(module.getBasePackage().getName())));
        return arrows;
    }

    private static Set<String> allowed(String packageName) {
        try {
            ApplicationModule declared =
                    Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
            return Arrays.stream(declared.allowedDependencies())
                    .map(dependency -> dependency.replaceFirst("::.*", "").strip())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A picture of the arrows in Mermaid, without those that follow from others. */
    static String diagram() {
        Map<String, Set<String>> arrows = arrows();
        Map<String, String> names = new LinkedHashMap<>();
        ALL.stream()
                .sorted((a, b) ->
                        a.getIdentifier().toString().compareTo(b.getIdentifier().toString()))
                .forEach(m -> names.put(m.getIdentifier().toString(), m.getDisplayName()));
        StringBuilder out = new StringBuilder("```mermaid\nflowchart TD\n");
        names.forEach((code, name) -> out.append("  %s[\"%s\"]%n".formatted(code, name)));
        arrows.forEach((from, targets) -> targets.stream()
                .filter(to -> targets.stream().noneMatch(via -> reaches(arrows, via, to)))
                .forEach(to -> out.append("  %s --> %s%n".formatted(from, to))));
        return out.append("```\n").toString().replace(System.lineSeparator(), "\n");
    }

    private static boolean reaches(Map<String, Set<String>> arrows, String from, String to) {
        Set<String> next = arrows.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(via -> reaches(arrows, via, to));
    }
}
