package ml.taama.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The script, run to its end.
 *
 * @param said what it printed, faults included
 */
record Command(int exit, String said) {

    static Command taama(Map<String, String> settings, String... words) {
        List<String> command =
                new ArrayList<>(List.of(Site.ROOT.resolve("taama").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LANG");
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The lines printed, without empty ones. */
    List<String> lines() {
        return said.lines().filter(l -> !l.isBlank()).toList();
    }
}
