package ml.taama.documents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import ml.taama.documents.HtmlArticle.Medium;

/** Runs of text as HTML, and the cards of the figures met on the way. */
final class HtmlInlines {

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
        runs.forEach(this::write);
    }

    /** Whether a note was referred to, so that a way back exists. */
    boolean marked(int note) {
        return marked.contains(note);
    }

    private void write(Inline run) {
        switch (run) {
            case Inline.Text text -> html.text(text.text());
            case Inline.Strong strong -> wrap("strong", "", strong.children());
            case Inline.Emphasis emphasis -> wrap("em", "", emphasis.children());
            case Inline.Link link -> link(link);
            case Inline.Foreign foreign ->
                wrap("span", " lang=\"" + foreign.language().toLanguageTag() + "\"", foreign.children());
            case Inline.Tag tag ->
                html.raw(" <span class=\"tag\">").text(tag.text()).raw("</span>");
            case Inline.Figure figure -> figure(figure);
            case Inline.NoteMark mark -> mark(mark.note());
        }
    }

    private void wrap(String tag, String attributes, List<Inline> children) {
        html.raw("<" + tag + attributes + ">");
        write(children);
        html.raw("</" + tag + ">");
    }

    private void link(Inline.Link link) {
        String address = link.href().startsWith("#") ? places.apply(link.href()) : link.href();
        html.raw("<a href=\"").text(address).raw("\"");
        html.raw(link.href().startsWith("http") && medium == Medium.SCREEN ? " rel=\"noreferrer\">" : ">");
        write(link.children());
        html.raw("</a>");
    }

    private void figure(Inline.Figure figure) {
        if (medium == Medium.PRINT) {
            html.raw("<span class=\"figure\">").text(figure.text()).raw("</span>");
        } else {
            figures.add(figure);
            html.raw("<button type=\"button\" class=\"figure\" id=\"" + figure.id() + "\" popovertarget=\""
                    + figure.id() + "-card\">");
            html.text(figure.text()).raw("</button>");
        }
        mark(figure.note());
    }

    private void mark(int note) {
        html.raw(html.endsWith("</sup>") ? "<sup class=\"mark\">, </sup>" : "");
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
