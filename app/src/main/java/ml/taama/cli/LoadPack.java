package ml.taama.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ml.taama.cli.CommandLine.Console;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.LoadSummary;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackLoader;
import ml.taama.reference.packs.PackReader;
import org.springframework.context.ApplicationContext;

/** Brings a pack into the database of a context, or prints its faults. */
final class LoadPack {

    private LoadPack() {}

    /** Returns whether the pack was faultless and is now loaded. */
    static boolean load(ApplicationContext context, Path pack, Settings settings, Console console, boolean silent) {
        Faults faults = new Faults();
        Optional<PackContent> content = context.getBean(PackReader.class).read(pack, settings.packs(), faults);
        if (!faults.all().isEmpty() || content.isEmpty()) {
            faults.all().forEach(f -> console.err().println(f.say(console.messages(), console.language())));
            console.err()
                    .println(console.messages()
                            .text(
                                    console.language(),
                                    "cli.pack.faults",
                                    faults.all().size(),
                                    pack));
            return false;
        }
        List<LoadSummary> summaries = context.getBean(PackLoader.class).load(content.get());
        if (!silent) {
            summaries.stream().filter(s -> !s.unchanged()).forEach(s -> tell(s, console));
        }
        return true;
    }

    private static void tell(LoadSummary summary, Console console) {
        console.say("cli.pack.loaded", summary.pack(), summary.added(), summary.updated(), summary.removed());
        summary.kept().forEach(row -> console.say("cli.pack.kept", row));
    }
}
