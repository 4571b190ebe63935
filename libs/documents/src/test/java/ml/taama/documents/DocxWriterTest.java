package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.FootnotesPart;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.docx4j.wml.P;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocxWriterTest {

    private static byte[] bytes;
    private static WordprocessingMLPackage file;
    private static MainDocumentPart main;

    @BeforeAll
    static void reopen() throws Exception {
        bytes = docx();
        file = WordprocessingMLPackage.load(new ByteArrayInputStream(bytes));
        main = file.getMainDocumentPart();
    }

    private static byte[] docx() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxWriter.write(Samples.report(), out);
        return out.toByteArray();
    }

    private static List<Object> nodes(String path) throws Exception {
        return main.getJAXBNodesViaXPath(path, false);
    }

    private static List<String> texts(String style) throws Exception {
        return nodes("//w:p[w:pPr/w:pStyle/@w:val='" + style + "']").stream()
                .map(p -> org.docx4j.TextUtils.getText((P) p))
                .toList();
    }

    @Test
    void headingsCarryTheirStyles() throws Exception {
        assertThat(texts("Heading1")).containsExactly("I. Introduction — « une œuvre »", "II. Images");
        assertThat(texts("Heading2")).containsExactly("Suite");
        assertThat(texts("Title")).containsExactly("Rapport d’essai");
    }

    @Test
    void captionsAreNumberedFields() throws Exception {
        assertThat(texts("Caption"))
                .hasSize(6)
                .contains("Tableau 1 — Chiffres", "Figure 1 — Les objectifs (Tableau 1)");
        assertThat(main.getXML()).contains("SEQ Table", "SEQ Figure");
    }

    @Test
    void contentsAreAFieldWithItsResult() throws Exception {
        assertThat(main.getXML()).contains("TOC \\o").contains("w:fldCharType=\"end\"");
        assertThat(texts("TOC1")).hasSize(2).allMatch(line -> line.matches(".*PAGEREF b_\\w+ .*[1-9]\\d*"));
        assertThat(texts("TOC2")).singleElement().asString().startsWith("Suite").endsWith("3");
    }

    /** Otherwise the numbers of pages stay those that we could only guess. */
    @Test
    void theWordProcessorBringsTheContentsUpToDate() throws Exception {
        assertThat(entry("word/settings.xml")).containsPattern("w:updateFields w:val=\"(true|on|1)\"");
    }

    @Test
    void everyInnerLinkLeadsToABookmark() throws Exception {
        List<String> bookmarks = nodes("//w:bookmarkStart").stream()
                .map(b -> ((org.docx4j.wml.CTBookmark) unwrapped(b)).getName())
                .toList();
        assertThat(bookmarks).doesNotHaveDuplicates();
        List<String> anchors = nodes("//w:hyperlink[@w:anchor]").stream()
                .map(h -> ((P.Hyperlink) unwrapped(h)).getAnchor())
                .toList();
        assertThat(anchors).isNotEmpty().allMatch(bookmarks::contains);
    }

    private static Object unwrapped(Object node) {
        return org.docx4j.XmlUtils.unwrap(node);
    }

    @Test
    void eachNoteIsAFootnoteOnce() throws Exception {
        assertThat(nodes("//w:footnoteReference"))
                .hasSize(Samples.report().notes().size());
        FootnotesPart footnotes = main.getFootnotesPart();
        assertThat(footnotes.getXML())
                .contains("F080, rapport national de 2021")
                .contains("PONAM");
    }

    @Test
    void picturesAreVectorsWithATextAlternative() throws Exception {
        String xml = entry("word/document.xml");
        assertThat(Pattern.compile("docPr(?= [^>]*descr=\"[^\"])(?= [^>]*title=\"[^\"])")
                        .matcher(xml)
                        .results())
                .hasSize(5);
        assertThat(Pattern.compile("svgBlip [^>]*r:embed=").matcher(xml).results())
                .hasSize(5);
        List<String> parts = file.getParts().getParts().keySet().stream()
                .map(name -> name.getName())
                .toList();
        assertThat(parts).filteredOn(name -> name.endsWith(".svg")).hasSize(5);
        assertThat(parts).filteredOn(name -> name.endsWith(".png")).hasSize(5);
    }

    private static String entry(String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals(name)) {
                entry = zip.getNextEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void tablesRepeatTheirHeader() throws Exception {
        assertThat(nodes("//w:tbl")).hasSize(5);
        assertThat(nodes("//w:tbl/w:tr[1]/w:trPr/w:tblHeader")).hasSize(5);
    }

    @Test
    void remarksStayOut() throws Exception {
        assertThat(main.getXML()).doesNotContain("Sans période");
    }

    @Test
    void saysItsLanguageTitleAndDate() throws Exception {
        var core = file.getDocPropsCorePart().getXML();
        assertThat(core).contains("Rapport d’essai", "2021-07-01T00:00:00Z").contains(">fr<");
    }

    @Test
    void writesTheSameBytesEachTime() throws Exception {
        assertThat(docx()).isEqualTo(bytes);
    }

    /** Otherwise the same report would be another file a second later. */
    @Test
    void entriesCarryNoTimeOfWriting() throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo("1980-01-01T00:00:00");
            }
        }
    }
}
