package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlWriterTest {

    private static final String HOSTILE = "<b a=\"x\" c='y'>&amp;\u0007\ufffe\ud800</b>";
    private static final String READ = "<b a=\"x\" c='y'>&amp;</b>";

    private final String page = HtmlWriter.page(Samples.report());
    private final Document document = Xml.parse(page);

    @Test
    void isOneFileWithoutScript() {
        assertThat(page).doesNotContain("<script", "<link", "<img", "@import", " style=");
        assertThat(Xml.values(document, "src")).isEmpty();
        assertThat(page.replaceAll("url\\(data:[^)]*\\)", "")).doesNotContain("url(");
        assertThat(Xml.elements(document, "*").stream().filter(e -> e.hasAttribute("href")))
                .allMatch(e -> e.getLocalName().equals("a"));
    }

    @Test
    void givesEachIdentifierOnce() {
        assertThat(Xml.values(document, "id")).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsToAnElement() {
        assertThat(Xml.references(document))
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Xml.values(document, "id")).contains(id));
    }

    @Test
    void headingsDoNotSkipALevelAndContentsListThem() {
        int last = 0;
        for (Element element : Xml.elements(document, "*")) {
            if (element.getLocalName().matches("h[1-6]")) {
                int level = element.getLocalName().charAt(1) - '0';
                assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(last + 1);
                last = level;
            }
        }
        Samples.report().headings().forEach(h -> assertThat(page).contains("<a href=\"#" + h.id() + "\">"));
    }

    @Test
    void everyPictureHasATextAlternative() {
        assertThat(Xml.elements(document, "svg"))
                .hasSizeGreaterThan(10)
                .allMatch(svg -> !svg.getAttribute("aria-label").isBlank()
                        || svg.getAttribute("aria-hidden").equals("true"));
    }

    @Test
    void aFigureOpensItsCard() {
        assertThat(page)
                .contains("<button type=\"button\" class=\"figure\" id=\"fig-1\" popovertarget=\"fig-1-card\">")
                .contains("popover=\"auto\" id=\"fig-1-card\"")
                .contains("9\u202f850 (2018), OIM");
    }

    @Test
    void remarksStandInThePageAndNotInPrint() {
        assertThat(page).contains("Sans période").contains("class=\"report draft\"");
        assertThat(print(Samples.report())).doesNotContain("Sans période", "class=\"report draft\"");
    }

    /** What floats in the margin begins no higher than where it stands in the markup. */
    @Test
    void aRemarkPrecedesItsBlockAndFollowsItsHeading() {
        Block remark = new Block.Remark("r1", "doubt", "Doute", List.of(Inline.text("Lequel\u00a0?")));
        Block other = new Block.Remark("r2", "fault", "Faute", List.of(Inline.text("Laquelle\u00a0?")));
        Block section = new Block.Remark("r3", "fault", "Manque", List.of(Inline.text("Rien.")));
        String html = HtmlWriter.page(Samples.of(
                List.of(
                        new Block.Heading(2, "h", "", Inline.text("Titre")),
                        section,
                        new Block.Items(false, List.of(Inline.text("une longue liste"))),
                        remark,
                        other,
                        new Block.Paragraph(Inline.text("la suite"))),
                List.of()));
        assertThat(html.substring(html.indexOf("report-body")))
                .containsSubsequence("Titre", "id=\"r3\"", "id=\"r1\"", "id=\"r2\"", "une longue liste", "la suite")
                .contains("aria-details=\"r1\"");
    }

    /** A mark keeps to the word before it and to the punctuation after it, whatever runs they belong to. */
    @Test
    void aMarkOfANoteStandsOnTheLineOfItsWord() {
        Report report = Samples.of(
                List.of(new Block.Paragraph(List.of(
                        new Inline.Text("Un accord de "),
                        new Inline.Strong(List.of(new Inline.Text("mai 2022"), new Inline.NoteMark(1))),
                        new Inline.NoteMark(2),
                        new Inline.Text(". Puis ("),
                        Samples.figure("f"),
                        new Inline.Text(")\u00a0; fin.")))),
                List.of(new Note(1, Inline.text("a")), new Note(2, Inline.text("b"))));
        List<String> print = together(print(report));
        assertThat(print).containsExactly("20221, 2.", "(2019–2021)1)\u00a0;");
        assertThat(together(HtmlWriter.page(report)))
                .containsExactly("20221, 2.", "(10\u202f000 personnes (2019–2021)1)\u00a0;");
        assertThat(Xml.parse(print(report)).getDocumentElement().getTextContent())
                .contains("Un accord de mai 20221, 2. Puis (10\u202f000 personnes (2019–2021)1)\u00a0; fin.");
    }

    private static String print(Report report) {
        return HtmlWriter.print(report, report.blocks());
    }

    private static List<String> together(String html) {
        return Xml.elements(Xml.parse(html), "span").stream()
                .filter(e -> e.getAttribute("class").equals("together"))
                .map(Element::getTextContent)
                .toList();
    }

    @Test
    void chaptersTogetherSayWhatTheReportSays() {
        Report report = Samples.report();
        StringBuilder chapters = new StringBuilder();
        for (Chapter chapter : report.chapters()) {
            String html = HtmlWriter.chapter(report, chapter, place -> "/elsewhere" + place);
            assertThat(html).containsOnlyOnce("<h1 id=\"" + chapter.heading().id() + "\"");
            chapters.append(html);
        }
        assertThat(chapters).contains("Sans période");
        report.notes()
                .forEach(note -> assertThat(chapters)
                        .contains("id=\"note-" + note.number() + "\" value=\"" + note.number() + "\""));
        report.headings().forEach(h -> assertThat(chapters).contains("id=\"" + h.id() + "\""));
    }

    @Test
    void contentsLeadToTheAddressesOfThePages() {
        String contents = HtmlWriter.contents(Samples.report(), place -> "/elsewhere" + place);
        assertThat(contents).contains("href=\"/elsewhere#").doesNotContain("href=\"#");
    }

    @Test
    void everyKindOfRunKeepsItsCharacters() {
        Card card = new Card(
                HOSTILE, List.of(new Card.Line(HOSTILE, Inline.text(HOSTILE))), HOSTILE, List.of(Inline.text(HOSTILE)));
        List<Inline> runs = List.of(
                new Inline.Text(HOSTILE),
                new Inline.Strong(Inline.text(HOSTILE)),
                new Inline.Emphasis(Inline.text(HOSTILE)),
                new Inline.Link("https://example.org/?a=\"<&'", Inline.text(HOSTILE)),
                new Inline.Foreign(Locale.ENGLISH, Inline.text(HOSTILE)),
                new Inline.Tag(HOSTILE),
                new Inline.Figure("f", HOSTILE, 1, card));
        Report report = Samples.of(
                List.of(
                        new Block.Heading(2, "h", HOSTILE, Inline.text(HOSTILE)),
                        new Block.Paragraph(runs),
                        new Block.Remark("r", "doubt", HOSTILE, List.of(Inline.text(HOSTILE)))),
                List.of(new Note(1, Inline.text(HOSTILE))));
        Document hostile = Xml.parse(HtmlWriter.page(report));
        assertThat(Xml.elements(hostile, "b")).isEmpty();
        List<String> kinds = List.of("h2", "strong", "em", "dd", "dt", "button");
        kinds.forEach(kind -> assertThat(Xml.elements(hostile, kind))
                .as(kind)
                .anySatisfy(e -> assertThat(e.getTextContent()).contains(READ)));
        assertThat(Xml.values(hostile, "href")).contains("https://example.org/?a=\"<&'");
        assertThat(Xml.parse(print(report)).getDocumentElement().getTextContent())
                .contains(READ);
    }

    @Test
    void textInAnotherLanguageSaysSo() {
        Report report = Samples.of(
                List.of(new Block.Paragraph(List.of(new Inline.Foreign(Locale.ENGLISH, Inline.text("a word"))))),
                List.of());
        assertThat(HtmlWriter.page(report))
                .contains("<span lang=\"en\">a word</span>")
                .contains("lang=\"fr\"");
    }
}
