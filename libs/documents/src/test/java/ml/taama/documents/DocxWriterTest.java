package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.junit.jupiter.api.Test;

class DocxWriterTest {

    @Test
    void reopensInDocx4j() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxWriter.write(Samples.report(), out);
        Files.createDirectories(Path.of("target/samples"));
        Files.write(Path.of("target/samples/sample.docx"), out.toByteArray());
        Files.writeString(Path.of("target/samples/sample.html"), HtmlWriter.page(Samples.report()));
        WordprocessingMLPackage file = WordprocessingMLPackage.load(new ByteArrayInputStream(out.toByteArray()));
        assertThat(file.getMainDocumentPart().getXML()).contains("Heading1");
    }
}
