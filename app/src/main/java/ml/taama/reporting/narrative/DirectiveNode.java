package ml.taama.reporting.narrative;

import org.commonmark.node.CustomNode;

/** A reference in the tree of a Markdown text. */
public final class DirectiveNode extends CustomNode {

    private final String body;

    DirectiveNode(String body) {
        this.body = body;
    }

    /** What stands between the braces. */
    public String body() {
        return body;
    }
}
