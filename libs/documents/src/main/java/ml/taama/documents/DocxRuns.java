package ml.taama.documents;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;

/** Runs of text as WordprocessingML, and the footnotes they call. */
final class DocxRuns {

    private final XWPFDocument document;
    private final List<Note> notes;
    private final Set<Integer> placed = new HashSet<>();
    private int bookmarks = 100_000;

    DocxRuns(XWPFDocument document, List<Note> notes) {
        this.document = document;
        this.notes = notes;
    }

    void write(XWPFParagraph paragraph, List<Inline> runs) {
        runs.forEach(run -> write(paragraph, run, Look.PLAIN));
    }

    private record Look(boolean bold, boolean italic, String language) {
        static final Look PLAIN = new Look(false, false, "");

        void apply(XWPFRun run) {
            if (bold) {
                run.setBold(true);
            }
            if (italic) {
                run.setItalic(true);
            }
            if (!language.isEmpty()) {
                run.setLang(language);
            }
        }
    }

    private void write(XWPFParagraph paragraph, Inline run, Look look) {
        switch (run) {
            case Inline.Text text -> text(paragraph, text.text(), look);
            case Inline.Strong strong -> all(paragraph, strong.children(), new Look(true, look.italic, look.language));
            case Inline.Emphasis emphasis ->
                all(paragraph, emphasis.children(), new Look(look.bold, true, look.language));
            case Inline.Foreign foreign ->
                all(
                        paragraph,
                        foreign.children(),
                        new Look(look.bold, look.italic, foreign.language().toLanguageTag()));
            case Inline.Link link -> link(paragraph, link);
            case Inline.Tag tag -> styled(paragraph, " [" + tag.text() + "]", "Tag");
            case Inline.Figure figure -> {
                styled(paragraph, figure.text(), "Figure");
                note(paragraph, figure.note());
            }
            case Inline.NoteMark mark -> note(paragraph, mark.note());
        }
    }

    private void all(XWPFParagraph paragraph, List<Inline> runs, Look look) {
        runs.forEach(run -> write(paragraph, run, look));
    }

    /** Two marks side by side would read as one number. */
    private static boolean endsWithMark(XWPFParagraph paragraph) {
        List<XWPFRun> runs = paragraph.getRuns();
        return !runs.isEmpty()
                && "FootnoteReference".equals(runs.getLast().getStyle())
                && !", ".equals(runs.getLast().text());
    }

    private static void text(XWPFParagraph paragraph, String text, Look look) {
        XWPFRun run = paragraph.createRun();
        look.apply(run);
        run.setText(text);
    }

    private static void styled(XWPFParagraph paragraph, String text, String style) {
        XWPFRun run = paragraph.createRun();
        run.setStyle(style);
        run.setText(text);
    }

    private static void link(XWPFParagraph paragraph, Inline.Link link) {
        String text = Inline.plain(link.children());
        if (link.href().startsWith("#")) {
            internal(paragraph, link.href().substring(1), text, "Hyperlink");
        } else {
            XWPFHyperlinkRun run = paragraph.createHyperlinkRun(link.href());
            run.setStyle("Hyperlink");
            run.setText(text);
        }
    }

    static void internal(XWPFParagraph paragraph, String id, String text, String style) {
        CTHyperlink link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(DocxFields.bookmarkName(id));
        var run = link.addNewR();
        if (!style.isEmpty()) {
            run.addNewRPr().addNewRStyle().setVal(style);
        }
        run.addNewT().setStringValue(text);
    }

    /** The first mark of a note carries the footnote; a later one points back to it. */
    private void note(XWPFParagraph paragraph, int number) {
        if (endsWithMark(paragraph)) {
            styled(paragraph, ", ", "FootnoteReference");
        }
        if (!placed.add(number)) {
            CTHyperlink link = paragraph.getCTP().addNewHyperlink();
            link.setAnchor(DocxFields.bookmarkName("note-" + number));
            var run = link.addNewR();
            run.addNewRPr().addNewRStyle().setVal("FootnoteReference");
            run.addNewT().setStringValue(String.valueOf(number));
            return;
        }
        XWPFFootnote footnote = document.createFootnote();
        XWPFParagraph text = footnote.createParagraph();
        text.setStyle("FootnoteText");
        text.createRun().setText(" ");
        write(text, notes.get(number - 1).text());
        int bookmark = bookmarks++;
        DocxFields.bookmark(paragraph, bookmark, DocxFields.bookmarkName("note-" + number));
        paragraph.addFootnoteReference(footnote);
        DocxFields.endBookmark(paragraph, bookmark);
    }
}
