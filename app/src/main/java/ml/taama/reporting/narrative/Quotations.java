package ml.taama.reporting.narrative;

import java.util.Set;
import java.util.TreeSet;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;

/** The observations that a Markdown text quotes. */
public final class Quotations {

    private Quotations() {}

    /** Codes of the observations, in order. */
    public static Set<String> of(String markdown) {
        Set<String> codes = new TreeSet<>();
        Markup.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof DirectiveNode directive) {
                    Directive.parse(directive.body())
                            .filter(d -> d.name().equals("obs"))
                            .map(d -> d.argument(0))
                            .filter(code -> !code.isEmpty())
                            .ifPresent(codes::add);
                }
                visitChildren(node);
            }
        });
        return codes;
    }
}
