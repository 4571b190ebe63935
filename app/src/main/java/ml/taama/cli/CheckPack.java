package ml.taama.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ml.taama.cli.CommandLine.Command;
import ml.taama.cli.CommandLine.Console;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackReader;
import ml.taama.reference.packs.PackSection;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** {@code check-pack DIR}: every fault of a pack in one pass, or a summary. Needs no database. */
final class CheckPack implements Command {

    /** Finds what the modules read from packs, and nothing else. */
    @ComponentScan(
            basePackages = "ml.taama",
            useDefaultFilters = false,
            includeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {PackSection.class, PackReader.class}))
    static class Sections {}

    @Override
    public int run(List<String> arguments, Settings settings, Console console) {
        if (arguments.size() != 1) {
            return console.usage("./taama check-pack DIR");
        }
        Path pack = Path.of(arguments.getFirst());
        Faults faults = new Faults();
        Optional<PackContent> content = read(pack, settings, faults);
        faults.all().forEach(f -> console.out().println(f.say(console.messages(), console.language())));
        if (!faults.all().isEmpty()) {
            console.say("cli.pack.faults", faults.all().size(), pack);
            return 1;
        }
        content.ifPresent(
                c -> console.say("cli.pack.ok", pack, c.size(), c.summary().size()));
        content.ifPresent(c -> c.summary().forEach((file, rows) -> console.out().printf("  %6d  %s%n", rows, file)));
        return 0;
    }

    private static Optional<PackContent> read(Path pack, Settings settings, Faults faults) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(Sections.class)) {
            return context.getBean(PackReader.class).read(pack, settings.packs(), faults);
        }
    }
}
