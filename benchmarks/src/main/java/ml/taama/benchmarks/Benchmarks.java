package ml.taama.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code ./taama bench [first-page|pages|weights|report|return|people|register|notices|audit|linkage|linkage-quality|linkage-kernel|linkage-resident|tabulation]…}: all of them when none is named. */
public final class Benchmarks {

    /** One question. */
    interface Benchmark {
        void run() throws Exception;
    }

    private Benchmarks() {}

    /** Runs the benchmarks named, in their order. */
    public static void main(String[] names) throws Exception {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("first-page", FirstPage::run);
        all.put("pages", PagesPerSecond::run);
        all.put("weights", PageWeights::run);
        all.put("report", ReportTimes::run);
        all.put("return", ReturnImport::run);
        all.put("people", WorkingPeople::run);
        all.put("register", RegisterTimes::run);
        all.put("notices", NoticesToMany::run);
        all.put("audit", AuditWriters::run);
        all.put("linkage", LinkageBesideSplink::run);
        all.put("linkage-quality", LinkageQuality::run);
        all.put("linkage-kernel", LinkageKernel::run);
        all.put("linkage-resident", LinkageResident::run);
        all.put("tabulation", TabulationTimes::run);
        List<String> asked = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
        if (!all.keySet().containsAll(asked)) {
            System.err.println("Usage: ./taama bench [" + String.join("|", all.keySet()) + "]…");
            System.exit(2);
        }
        System.out.printf(
                "Java %s, %d processors, %s %s%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
        for (String name : asked) {
            Objects.requireNonNull(all.get(name)).run();
        }
    }
}
