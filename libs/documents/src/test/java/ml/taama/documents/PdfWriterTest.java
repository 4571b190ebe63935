package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PdfWriterTest {

    @ParameterizedTest
    @EnumSource(names = {"PDFA_3_A", "PDFUA_1"})
    void satisfiesVeraPdf(PDFAFlavour flavour) throws Exception {
        byte[] pdf = pdf();
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions())
                    .as("faults found by veraPDF for %s", flavour)
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }

    @Test
    void writesTheSameBytesEachTime() throws Exception {
        assertThat(pdf()).isEqualTo(pdf());
    }

    /** Otherwise the same report would be another file a second later. */
    @Test
    void isDatedByItsContent() throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf())) {
            PDDocumentInformation information = document.getDocumentInformation();
            Instant content = Instant.parse("2021-07-01T00:00:00Z");
            assertThat(information.getCreationDate().toInstant()).isEqualTo(content);
            assertThat(information.getModificationDate().toInstant()).isEqualTo(content);
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata)
                    .contains("<xmp:CreateDate>2021-07-01T00:00:00Z</xmp:CreateDate>")
                    .doesNotContainPattern("<xmp:\\w+Date>(?!2021-07-01)");
        }
    }

    private static byte[] pdf() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(Samples.report(), out);
        return out.toByteArray();
    }
}
