package ml.taama.documents;

/**
 * The words that the writers themselves need, in the language of the report.
 *
 * @param figure prefix of the caption of a picture, for example "Figure"
 * @param table prefix of the caption of a table
 * @param note what a screen reader says before the number of a note
 * @param backToText what a screen reader says on the way back from a note
 * @param close label of the button that closes a card
 * @param data label that unfolds the data of a chart
 * @param remarks label of the switch that shows the remarks of a draft
 * @param skip label of the link that jumps to the text
 */
public record Words(
        String contents,
        String figure,
        String table,
        String notes,
        String note,
        String backToText,
        String close,
        String data,
        String remarks,
        String skip) {}
