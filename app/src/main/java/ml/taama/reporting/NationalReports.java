package ml.taama.reporting;

import java.util.Locale;
import java.util.Set;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.text.Messages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The national report of a review, composed from the data as they are. */
@Component
public class NationalReports {

    private static final Actor COMPOSER = Actor.system("composer");

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

    /** What a review that goes on draws on for who reads: what that person may see, and what its saved texts quote. */
    public ReportData draft(Review review) {
        return withQuoted(reader.read(review), review);
    }

    /**
     * What a review draws on if it is published as it is: what everybody sees, and what its saved texts quote. So the words
     * of a report, and what a signature is for, do not depend on who reads.
     */
    public ReportData publishable(Review review) {
        refuseTransaction();
        return withQuoted(Actors.as(Actor.PUBLIC, () -> reader.read(review)), review);
    }

    private ReportData withQuoted(ReportData seen, Review review) {
        Set<String> missing = review.quotations();
        missing.removeAll(seen.observations().keySet());
        if (missing.isEmpty()) {
            return seen;
        }
        refuseTransaction();
        return seen.withObservations(Actors.as(COMPOSER, () -> reader.read(review)), missing);
    }

    /** Who acts is told to the database when a transaction begins, and another cannot take over within it. */
    private static void refuseTransaction() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Within a transaction of somebody else");
        }
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
