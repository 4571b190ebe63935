package ml.taama.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.ui.Ui;

/** How the module that keeps records shows them to a reviewer, within the reviewer's rights. */
public interface RecordView {

    /**
     * A record as a reviewer sees it.
     *
     * @param title its name
     * @param detail a few more words that tell it from others
     * @param path of its page without language, when the reader may open it
     * @param invented whether it is of an invented population
     * @param fields side by side with those of another record
     */
    record Card(String title, String detail, Optional<String> path, boolean invented, List<Field> fields) {

        /** Copies the list. */
        public Card {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return "Card";
        }
    }

    /**
     * What a record says of one thing.
     *
     * @param comparison of the model that looks at it, or empty
     */
    record Field(String label, String value, String comparison) {

        @Override
        public String toString() {
            return "Field[" + comparison + "]";
        }
    }

    /** Records by number; those that the reader may not see are missing. */
    Map<Long, Card> cards(Ui ui, Collection<Long> records);

    /** Records that a name or a number finds. */
    List<Long> search(String question, int most);

    /** By which groups errors of matching are told apart: kind and value of the group of each record, for example sex and F. */
    Map<Long, Map<String, String>> groups(Collection<Long> records);
}
