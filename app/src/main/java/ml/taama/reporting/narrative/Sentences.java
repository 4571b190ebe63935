package ml.taama.reporting.narrative;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The sentences of a Markdown text that quote observations. */
public final class Sentences {

    /**
     * A sentence and an observation that it quotes.
     *
     * @param observation its code
     * @param text of the sentence, references shown as an ellipsis
     */
    public record Told(String observation, String text) {}

    private static final char MARK = '\u0001';

    private Sentences() {}

    /** Every quotation of an observation, in order. */
    public static List<Told> quoting(Node document) {
        List<Told> told = new ArrayList<>();
        document.accept(new Reader(told));
        return told;
    }

    /** Reads block by block; a mark stands where an observation is quoted. */
    private static final class Reader extends AbstractVisitor {

        private final List<Told> told;
        private final StringBuilder text = new StringBuilder();
        private final List<String> quoted = new ArrayList<>();

        Reader(List<Told> told) {
            this.told = told;
        }

        @Override
        public void visit(Text plain) {
            text.append(plain.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(CustomNode custom) {
            if (custom instanceof DirectiveNode node) {
                Directive.parse(node.body())
                        .filter(d -> d.name().equals("obs"))
                        .ifPresentOrElse(
                                d -> {
                                    quoted.add(d.argument(0));
                                    text.append(MARK);
                                },
                                () -> text.append('…'));
            }
            visitChildren(custom);
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Block) {
                close();
            }
        }

        private void close() {
            int at = 0;
            for (String sentence : text.toString().split("(?<=[.!?]) ")) {
                for (int mark = sentence.indexOf(MARK); mark >= 0; mark = sentence.indexOf(MARK, mark + 1)) {
                    told.add(new Told(
                            quoted.get(at++), sentence.replace(MARK, '…').strip()));
                }
            }
            text.setLength(0);
            quoted.clear();
        }
    }
}
