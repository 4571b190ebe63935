package ml.taama.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final Note FIRST = new Note(1, Inline.text("one"));
    private static final Note SECOND = new Note(2, Inline.text("two"));

    private static Block heading(int level, String id) {
        return new Block.Heading(level, id, "", Inline.text(id));
    }

    private static Block marks(int... notes) {
        return new Block.Paragraph(java.util.Arrays.stream(notes)
                .mapToObj(n -> (Inline) new Inline.NoteMark(n))
                .toList());
    }

    private static void refuses(List<Block> blocks, List<Note> notes, String why) {
        assertThatThrownBy(() -> Samples.of(blocks, notes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesNotesThatAreNotNumberedInOrder() {
        refuses(List.of(marks(2)), List.of(SECOND), "Note 2 stands at place 1");
    }

    @Test
    void refusesAHeadingThatSkipsALevel() {
        refuses(List.of(heading(2, "a"), heading(4, "b")), List.of(), "'b' skips a level");
        refuses(List.of(heading(3, "a")), List.of(), "'a' skips a level");
    }

    @Test
    void refusesANoteReferredToBeforeItsTurn() {
        refuses(List.of(marks(2), marks(1)), List.of(FIRST, SECOND), "Note 2 is referred to before note 1");
    }

    @Test
    void refusesANoteThatNothingRefersTo() {
        refuses(List.of(marks(1)), List.of(FIRST, SECOND), "2 notes, of which 1 are referred to");
    }

    @Test
    void refusesAReferenceToNoNote() {
        refuses(List.of(marks(1, 2)), List.of(FIRST), "1 notes, of which 2 are referred to");
    }

    @Test
    void refusesAnIdentifierGivenTwice() {
        refuses(List.of(heading(2, "a"), heading(2, "a")), List.of(), "'a' is given twice");
        Inline.Figure figure = new Inline.Figure("f", "1", 1, new Card("", List.of(), "", List.of()));
        refuses(List.of(new Block.Paragraph(List.of(figure, figure))), List.of(FIRST), "'f' is given twice");
    }

    @Test
    void refusesAPictureWhoseTableIsNotThere() {
        refuses(List.of(new Block.Picture(Samples.series(), "", "t9")), List.of(), "'t9'");
    }

    @Test
    void refusesARowThatDoesNotFitItsTable() {
        assertThatThrownBy(() -> new Block.Table(
                        "t", "", List.of(new Block.Column("a", false, 1)), List.of(List.of(List.of(), List.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'t' has a row of 2 cells");
    }

    @Test
    void mayReferToANoteAgain() {
        Report report = Samples.of(List.of(marks(1, 2, 1)), List.of(FIRST, SECOND));
        assertThat(report.notes()).hasSize(2);
    }

    @Test
    void listsItsHeadingsWithTheirNumbers() {
        Block.Heading numbered = new Block.Heading(2, "a", "II.", List.of(new Inline.Strong(Inline.text("Means"))));
        Report report = Samples.of(List.of(numbered, marks()), List.of());
        assertThat(report.headings()).extracting(Block.Heading::plain).containsExactly("II. Means");
    }
}
