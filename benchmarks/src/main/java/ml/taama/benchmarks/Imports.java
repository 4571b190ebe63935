package ml.taama.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings a spreadsheet as an agent does: sent, looked at, its good rows kept, waited for. */
final class Imports {

    private Imports() {}

    /**
     * Imports a table.
     *
     * @param path of the page of imports, without language
     */
    static void keep(Person agent, String path, String csv) throws IOException, InterruptedException {
        Matcher service = Pattern.compile("<option value=\"([^\"]+)\"").matcher(agent.get("/fr" + path));
        if (!service.find()) {
            throw new IOException("No service to import for");
        }
        String preview = agent.upload(
                "/fr" + path + "?organisation=" + service.group(1), "table.csv", csv.getBytes(StandardCharsets.UTF_8));
        Matcher keep =
                Pattern.compile("action=\"/fr(" + path + "/\\d+)/keeping\"").matcher(preview);
        if (!keep.find()) {
            throw new IOException("Nothing to keep");
        }
        agent.post("/fr" + keep.group(1) + "/keeping", "good=true");
        while (agent.get("/fr" + keep.group(1)).contains("<progress")) {
            Thread.sleep(200);
        }
    }
}
