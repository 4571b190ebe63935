package ml.taama.cli;

import java.util.Locale;
import ml.taama.cli.CommandLine.Console;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/** Says every fault of data, schema, request or parameters in words. */
final class Faulty {

    /** Something that may find faults. */
    interface Work {
        int run();
    }

    private Faulty() {}

    /** The exit code of the work, or 1 after every fault was said. */
    static int say(Console console, Work work) {
        try {
            return work.run();
        } catch (FaultsException e) {
            e.faults().forEach(fault -> console.err().println(words(fault, console)));
            return 1;
        }
    }

    private static String words(Fault fault, Console console) {
        String code = fault.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = console.messages()
                .text(
                        console.language(),
                        "tabulation.fault." + code,
                        fault.arguments().toArray());
        return fault.where().isEmpty() ? text : fault.where() + ": " + text;
    }
}
