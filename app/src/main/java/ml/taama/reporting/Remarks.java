package ml.taama.reporting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import ml.taama.documents.Block;
import ml.taama.documents.Inline;
import ml.taama.reporting.Composer.Placed;

/** Puts what does not hold beside the text that says it. */
final class Remarks {

    private Remarks() {}

    /** The blocks of the report with a remark after the block it is about, or after the heading of its section. */
    static List<Block> beside(List<Placed> placed, List<Finding> findings) {
        List<Block> blocks = new ArrayList<>();
        Set<Finding> told = new HashSet<>();
        for (Placed one : placed) {
            blocks.add(one.block());
            for (Finding finding : findings) {
                if (!told.contains(finding) && belongs(finding, one, placed)) {
                    told.add(finding);
                    blocks.add(remark(finding));
                }
            }
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

    private static Block remark(Finding finding) {
        String severity = finding.answer().isPresent() ? "answered" : finding.fault() ? "fault" : "doubt";
        String id = "remark-" + finding.id().replaceAll("[^A-Za-z0-9-]", "-");
        return new Block.Remark(id, severity, finding.title(), Inline.text(finding.text()));
    }
}
