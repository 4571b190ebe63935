package ml.taama.documents;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Fields and bookmarks of WordprocessingML that the library beneath has no call for. */
final class DocxFields {

    private DocxFields() {}

    /** A field with its present result, for example {@code SEQ Figure} and 3. */
    static void simple(XWPFParagraph paragraph, String instruction, String result) {
        CTSimpleField field = paragraph.getCTP().addNewFldSimple();
        field.setInstr(" " + instruction + " ");
        field.addNewR().addNewT().setStringValue(result);
    }

    /** Begins a field whose result spans paragraphs; the word processor brings it up to date when it opens the file. */
    static void begin(XWPFParagraph paragraph, String instruction) {
        CTFldChar begin = character(paragraph, STFldCharType.BEGIN);
        begin.setDirty(true);
        var text = paragraph.createRun().getCTR().addNewInstrText();
        text.setStringValue(" " + instruction + " ");
        character(paragraph, STFldCharType.SEPARATE);
    }

    static void end(XWPFParagraph paragraph) {
        character(paragraph, STFldCharType.END);
    }

    /** A line of the contents: a link that ends with the page of a bookmark. */
    static void entry(XWPFParagraph paragraph, String text, String bookmark, int page) {
        CTHyperlink link = paragraph.getCTP().addNewHyperlink();
        link.setAnchor(bookmark);
        link.addNewR().addNewT().setStringValue(text);
        link.addNewR().addNewTab();
        link.addNewR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
        link.addNewR().addNewInstrText().setStringValue(" PAGEREF " + bookmark + " \\h ");
        link.addNewR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
        link.addNewR().addNewT().setStringValue(String.valueOf(page));
        link.addNewR().addNewFldChar().setFldCharType(STFldCharType.END);
    }

    private static CTFldChar character(XWPFParagraph paragraph, STFldCharType.Enum type) {
        CTFldChar character = paragraph.createRun().getCTR().addNewFldChar();
        character.setFldCharType(type);
        return character;
    }

    /** Begins a bookmark; {@link #endBookmark} ends it. Names have at most 40 characters. */
    static void bookmark(XWPFParagraph paragraph, int id, String name) {
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(BigInteger.valueOf(id));
        start.setName(name);
    }

    static void endBookmark(XWPFParagraph paragraph, int id) {
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(id));
    }

    /** The name of a bookmark: a letter first, then letters, digits and underscores, at most 40. */
    static String bookmarkName(String id) {
        String name = "b_" + id.replaceAll("[^A-Za-z0-9]", "_");
        return name.length() <= 40 ? name : name.substring(0, 31) + "_" + Integer.toHexString(name.hashCode());
    }
}
