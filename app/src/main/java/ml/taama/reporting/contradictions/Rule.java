package ml.taama.reporting.contradictions;

import java.util.List;

/** A rule of the contradiction engine. */
interface Rule {

    /** The contradictions it finds, in the order of the report. */
    List<Contradiction> find(Reading reading);
}
