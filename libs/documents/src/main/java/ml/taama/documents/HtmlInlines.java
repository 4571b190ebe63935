package ml.taama.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import ml.taama.documents.HtmlArticle.Medium;
import ml.taama.documents.Pieces.Piece;

/** Runs of text as HTML, and the cards of the figures met on the way. */
final class HtmlInlines {

    private static final String INSIDE = "A run that holds others is no piece";

    private final Html html;
    private final Words words;
    private final Medium medium;
    private final UnaryOperator<String> places;
    private final List<Inline.Figure> figures = new ArrayList<>();
    private final Set<Integer> marked = new HashSet<>();

    HtmlInlines(Html html, Words words, Medium medium, UnaryOperator<String> places) {
        this.html = html;
        this.words = words;
        this.medium = medium;
        this.places = places;
    }

    void write(List<Inline> runs) {
        List<Inline> open = List.of();
        for (List<Piece> word : Pieces.words(runs, medium == Medium.SCREEN)) {
            boolean together = word.size() > 1 && word.stream().anyMatch(p -> p.run() instanceof Inline.NoteMark);
            if (together) {
                open = turn(open, List.of());
                html.raw("<span class=\"together\">");
            }
            boolean marked = false;
            for (Piece piece : word) {
                open = turn(open, piece.around());
                boolean mark = piece.run() instanceof Inline.NoteMark;
                // Two marks side by side would read as one number.
                html.raw(marked && mark ? "<sup class=\"mark\">, </sup>" : "");
                write(piece.run());
                marked = mark;
            }
            if (together) {
                open = turn(open, List.of());
                html.raw("</span>");
            }
        }
        turn(open, List.of());
    }

    /** Closes the runs that end, innermost first, and opens those that begin. */
    private List<Inline> turn(List<Inline> open, List<Inline> wanted) {
        int kept = 0;
        while (kept < Math.min(open.size(), wanted.size()) && open.get(kept).equals(wanted.get(kept))) {
            kept++;
        }
        open.subList(kept, open.size()).reversed().forEach(run -> html.raw("</" + tag(run) + ">"));
        wanted.subList(kept, wanted.size()).forEach(this::open);
        return wanted;
    }

    /** Whether a note was referred to, so that a way back exists. */
    boolean marked(int note) {
        return marked.contains(note);
    }

    private void write(Inline run) {
        switch (run) {
            case Inline.Text text -> html.text(text.text());
            case Inline.Tag tag ->
                html.raw("<span class=\"tag\">").text(tag.text()).raw("</span>");
            case Inline.Figure figure -> button(figure);
            case Inline.NoteMark mark -> mark(mark.note());
            case Inline.Strong ignored -> throw new IllegalStateException(INSIDE);
            case Inline.Emphasis ignored -> throw new IllegalStateException(INSIDE);
            case Inline.Link ignored -> throw new IllegalStateException(INSIDE);
            case Inline.Foreign ignored -> throw new IllegalStateException(INSIDE);
        }
    }

    private static String tag(Inline run) {
        return switch (run) {
            case Inline.Strong ignored -> "strong";
            case Inline.Emphasis ignored -> "em";
            case Inline.Link ignored -> "a";
            default -> "span";
        };
    }

    private void open(Inline run) {
        html.raw("<" + tag(run));
        switch (run) {
            case Inline.Link link -> {
                html.raw(" href=\"").text(link.href().startsWith("#") ? places.apply(link.href()) : link.href());
                html.raw(link.href().startsWith("http") && medium == Medium.SCREEN ? "\" rel=\"noreferrer\"" : "\"");
            }
            case Inline.Foreign foreign ->
                html.raw(" lang=\"" + foreign.language().toLanguageTag() + "\"");
            case Inline.Figure ignored -> html.raw(" class=\"figure\"");
            default -> {}
        }
        html.raw(">");
    }

    private void button(Inline.Figure figure) {
        figures.add(figure);
        html.raw("<button type=\"button\" class=\"figure\" id=\"" + figure.id() + "\" popovertarget=\"" + figure.id()
                + "-card\">");
        html.text(figure.text()).raw("</button>");
    }

    private void mark(int note) {
        String id = marked.add(note) ? " id=\"mark-" + note + "\"" : "";
        html.raw("<sup class=\"mark\"><a" + id + " href=\"#note-" + note + "\"");
        html.raw(" aria-label=\"").text(words.note() + " " + note).raw("\">" + note + "</a></sup>");
    }

    /** Writes the cards after the text; each figure opens its own. */
    void cards() {
        figures.forEach(this::card);
    }

    private void card(Inline.Figure figure) {
        Card card = figure.card();
        String id = figure.id() + "-card";
        html.raw("<div class=\"card\" popover=\"auto\" id=\"" + id + "\" role=\"dialog\" aria-labelledby=\"" + id
                + "-title\">");
        html.raw("<p class=\"card-title\" id=\"" + id + "-title\">")
                .text(card.title())
                .raw("</p><dl>");
        for (Card.Line line : card.lines()) {
            html.raw("<div><dt>").text(line.label()).raw("</dt><dd>");
            write(line.text());
            html.raw("</dd></div>");
        }
        html.raw("</dl>");
        if (!card.others().isEmpty()) {
            html.raw("<p class=\"card-others\">").text(card.othersTitle()).raw("</p><ul>");
            for (List<Inline> other : card.others()) {
                html.raw("<li>");
                write(other);
                html.raw("</li>");
            }
            html.raw("</ul>");
        }
        html.raw("<button type=\"button\" class=\"card-close\" popovertarget=\"" + id
                + "\" popovertargetaction=\"hide\">");
        html.text(words.close()).raw("</button></div>\n");
    }
}
