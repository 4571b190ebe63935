package ml.taama.reporting.narrative;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Reads Markdown (CommonMark, with footnotes) whose references stand between double braces. */
public final class Markup {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(FootnotesExtension.create()))
            .customInlineContentParserFactory(new Braces())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private Markup() {}

    /** The tree of a text; any text is Markdown, so there is no error. */
    public static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** Recognises {@code {{…}}}; a brace without its pair is text. */
    private static final class Braces implements InlineContentParserFactory, InlineContentParser {

        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('{');
        }

        @Override
        public InlineContentParser create() {
            return this;
        }

        @Override
        public ParsedInline tryParse(InlineParserState state) {
            Scanner scanner = state.scanner();
            scanner.next();
            if (!scanner.next('{')) {
                return ParsedInline.of(new Text("{"), scanner.position());
            }
            Position start = scanner.position();
            while (scanner.find('}') >= 0) {
                Position end = scanner.position();
                scanner.next();
                if (scanner.next('}')) {
                    String body = scanner.getSource(start, end).getContent();
                    return ParsedInline.of(new DirectiveNode(body.strip()), scanner.position());
                }
            }
            return ParsedInline.none();
        }
    }
}
