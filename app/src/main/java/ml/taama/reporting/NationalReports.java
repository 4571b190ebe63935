package ml.taama.reporting;

import java.util.Locale;
import ml.taama.platform.text.Messages;
import org.springframework.stereotype.Component;

/** The national report of a review, composed from the data as they are. */
@Component
public class NationalReports {

    private final ReportReader reader;
    private final Messages messages;
    private final Charts charts;

    NationalReports(ReportReader reader, Messages messages, Charts charts) {
        this.reader = reader;
        this.messages = messages;
        this.charts = charts;
    }

    /** What the report and the pages about the review draw on. */
    public ReportData data(Review review) {
        return reader.read(review);
    }

    /** Composes the report. */
    public Composition compose(Review review, Locale language, Layout layout) {
        return compose(data(review), language, layout);
    }

    /** Composes the report from data already read. */
    public Composition compose(ReportData data, Locale language, Layout layout) {
        return new Composer(data, messages, charts, language, layout).compose();
    }
}
