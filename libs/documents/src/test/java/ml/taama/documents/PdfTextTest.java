package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who copies a sentence from the PDF, or has it read aloud, gets the characters that were written. */
class PdfTextTest {

    private static final int A_LINE = 24;

    /** Characters that steer the layout and are not drawn. */
    private static final String UNDRAWN = " \u00ad";

    @ParameterizedTest
    @EnumSource
    void everyCharacterOfTheTypefaceIsExtractedAsItself(Weight weight) throws Exception {
        List<Integer> drawn = IntStream.rangeClosed(' ', 0xFFFD)
                .filter(c -> UNDRAWN.indexOf(c) < 0 && Typeface.draws(c, weight))
                .boxed()
                .toList();
        assertThat(drawn).hasSizeGreaterThan(300).contains((int) '’', (int) 'ʼ', 0xA0, 0x202F);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i += A_LINE) {
            lines.add(drawn.subList(i, Math.min(i + A_LINE, drawn.size())).stream()
                    .map(Character::toString)
                    .collect(Collectors.joining("x", "(", ")")));
        }
        String text = text(lines, weight);
        assertThat(lines).allSatisfy(line -> assertThat(text).contains(line));
    }

    private static String text(List<String> lines, Weight weight) throws Exception {
        List<Block> blocks = lines.stream()
                .map(line -> weight == Weight.BOLD
                        ? List.<Inline>of(new Inline.Strong(Inline.text(line)))
                        : Inline.text(line))
                .<Block>map(Block.Paragraph::new)
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfWriter.write(Samples.of(blocks, List.of()), out);
        Characters characters = new Characters();
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            characters.getText(document);
        }
        return characters.drawn.toString();
    }

    /** The characters in the order in which they are drawn, before anyone guesses at words and forms. */
    private static final class Characters extends PDFTextStripper {

        private final StringBuilder drawn = new StringBuilder();

        @Override
        protected void processTextPosition(TextPosition position) {
            drawn.append(position.getUnicode());
        }
    }
}
