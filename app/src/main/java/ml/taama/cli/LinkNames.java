package ml.taama.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.linkage.ClusterNames;
import ml.taama.linkage.Linked;
import ml.taama.linkage.Linker;
import ml.taama.linkage.tables.Column;
import ml.taama.linkage.tables.Table;
import ml.taama.linkage.tables.TableReader;

/** Names the clusters of a run, after those of an earlier run when there is one. */
final class LinkNames {

    private LinkNames() {}

    static ClusterNames of(LinkOptions options, List<Table> tables, Linker linker, Linked linked) throws IOException {
        String[] keys = new String[linker.size()];
        for (int record = 0; record < keys.length; record++) {
            keys[record] = key(tables.size(), tables.get(linker.source(record)).name(), linker.id(record));
        }
        Map<String, String> before = new HashMap<>();
        if (options.previous().isPresent()) {
            Table table = TableReader.all().read(options.previous().get());
            Column source = table.column("source");
            Column id = table.column("id");
            Column cluster = table.column("cluster_id");
            for (int row = 0; row < table.size(); row++) {
                before.put(key(tables.size(), source.value(row), id.value(row)), cluster.value(row));
            }
        }
        ClusterNames names = ClusterNames.of(keys, linked.clustering().person(), before);
        if (options.previous().isPresent()) {
            events(options, names);
        }
        return names;
    }

    /** With one source the identifier is enough; with two it needs its source. */
    private static String key(int sources, String source, String id) {
        return sources == 1 ? id : source + "/" + id;
    }

    private static void events(LinkOptions options, ClusterNames names) throws IOException {
        try (Writer out = Files.newBufferedWriter(options.out().resolve("events.csv"))) {
            out.write("event,cluster_id,other_id\n");
            for (ClusterNames.Event event : names.events()) {
                String kind = event.kind().name().toLowerCase(Locale.ROOT);
                for (String other : event.others().isEmpty() ? List.of("") : event.others()) {
                    out.write(kind + "," + cell(event.name()) + "," + cell(other) + "\n");
                }
            }
        }
    }

    private static String cell(String text) {
        return text.matches("[^,\"\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
