package ml.taama.reporting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.reporting.Composer.Placed;

/** Puts what does not hold beside the text that says it. */
final class Remarks {

    private Remarks() {}

    /** The blocks of the report with remarks after the block they are about, or after the heading of its section. */
    static List<Block> beside(List<Placed> placed, List<Finding> findings) {
        List<Block> blocks = new ArrayList<>();
        Set<Finding> told = new HashSet<>();
        for (Placed one : placed) {
            blocks.add(one.block());
            Map<String, List<Finding>> here = findings.stream()
                    .filter(f -> !told.contains(f) && belongs(f, one, placed))
                    .collect(Collectors.groupingBy(
                            f -> f.title() + severity(f), LinkedHashMap::new, Collectors.toList()));
            here.values().forEach(group -> {
                told.addAll(group);
                blocks.add(remark(group));
            });
        }
        return blocks;
    }

    private static boolean belongs(Finding finding, Placed here, List<Placed> all) {
        if (!here.section().equals(finding.section())) {
            return false;
        }
        boolean anchored = all.stream()
                .anyMatch(p ->
                        p.section().equals(finding.section()) && p.subjects().contains(finding.anchor()));
        return anchored ? here.subjects().contains(finding.anchor()) : here.block() instanceof Block.Heading;
    }

    /** Findings of one kind beside one block are one remark. */
    private static Block remark(List<Finding> group) {
        Finding first = group.getFirst();
        String id = "remark-" + first.id().replaceAll("[^A-Za-z0-9-]", "-");
        return new Block.Remark(
                id,
                severity(first),
                first.title(),
                group.stream().map(f -> Inline.text(f.text())).toList());
    }

    private static String severity(Finding finding) {
        return finding.answer().isPresent() ? "answered" : finding.fault() ? "fault" : "doubt";
    }
}
