package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ml.taama.documents.Block;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.MainDocumentPart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

/** The files of the national report of Mali, judged by other people's validators. */
class ReportFilesStoreTest {

    private static Composition composition;
    private static Set<String> addresses;

    @BeforeAll
    static void compose() {
        try (PackReports reports = new PackReports()) {
            reports.load(PackReports.PACKS.resolve("mali"));
            composition = reports.compose(Locale.FRENCH, Layout.BY_GOAL);
            addresses = reports.data().sources().values().stream()
                    .flatMap(source -> source.address().stream())
                    .collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_3_A", "PDFUA_1"})
    void thePdfSatisfiesVeraPdf(PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        ByteArrayInputStream pdf = new ByteArrayInputStream(ReportFiles.PDF.write(composition));
        try (PDFAParser parser = Foundries.defaultInstance().createParser(pdf, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void theDocxHasContentsCaptionsHeadingsAndFootnotes() throws Exception {
        WordprocessingMLPackage file =
                WordprocessingMLPackage.load(new ByteArrayInputStream(ReportFiles.DOCX.write(composition)));
        MainDocumentPart main = file.getMainDocumentPart();
        assertThat(main.getXML()).contains("TOC \\o", "SEQ Figure", "SEQ Table");
        assertThat(styled(main, "Heading1")).isEqualTo(headings(2));
        assertThat(styled(main, "Heading2")).isEqualTo(headings(3));
        assertThat(styled(main, "Caption")).isEqualTo(count(Block.Table.class) + count(Block.Picture.class));
        assertThat(main.getJAXBNodesViaXPath("//w:footnoteReference", false))
                .hasSize(composition.report().notes().size());
    }

    private static int styled(MainDocumentPart main, String style) throws JAXBException {
        try {
            return main.getJAXBNodesViaXPath("//w:pStyle[@w:val='" + style + "']", false)
                    .size();
        } catch (org.docx4j.openpackaging.exceptions.Docx4JException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int headings(int level) {
        return (int) composition.report().headings().stream()
                .filter(h -> h.level() == level)
                .count();
    }

    private static int count(Class<? extends Block> kind) {
        return (int)
                composition.report().blocks().stream().filter(kind::isInstance).count();
    }

    @Test
    void thePageIsOneFileWithoutScript() {
        String html = new String(ReportFiles.HTML.write(composition), StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("<script", "<link", "<img", "<iframe", " src=", " style=", "@import");
        assertThat(all(html, "url\\(([^:)]*:)")).containsOnly("data:");
        assertThat(all(html, "<(\\w+)[^>]* href=\"")).containsOnly("a");
        assertThat(all(html, " href=\"([^\"]+)\""))
                .allMatch(href -> href.startsWith("#") || addresses.contains(href.replace("&amp;", "&")));
    }

    @Test
    void everyReferenceOfThePageLeadsSomewhereAndIdentifiersAreUnique() {
        String html = new String(ReportFiles.HTML.write(composition), StandardCharsets.UTF_8);
        List<String> ids = all(html, " id=\"([^\"]+)\"");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .containsAll(all(html, " href=\"#([^\"]+)\""))
                .containsAll(all(html, " popovertarget=\"([^\"]+)\""))
                .containsAll(all(html, " aria-labelledby=\"([^\"]+)\""));
    }

    private static List<String> all(String html, String pattern) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(m -> m.group(1))
                .toList();
    }
}
