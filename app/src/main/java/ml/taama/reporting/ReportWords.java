package ml.taama.reporting;

import ml.taama.documents.Words;
import ml.taama.platform.text.Messages;

/** The words that the writers need, from the message bundles. */
final class ReportWords {

    private ReportWords() {}

    static Words of(Messages messages, Printer print) {
        return new Words(
                print.text("report.word.contents"),
                print.text("report.word.figure"),
                print.text("report.word.table"),
                print.text("report.word.notes"),
                print.text("report.word.note"),
                print.text("report.word.back"),
                print.text("report.word.close"),
                print.text("report.word.data"),
                print.text("report.word.remarks"),
                print.text("report.word.skip"));
    }
}
