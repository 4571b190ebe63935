package ml.taama.cases.statistics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;

/** A module that knows what a report says of assistance to people in distress, to be shown beside what is counted here. */
public interface ReportedAssistance {

    /**
     * A figure of a report, as it was sent.
     *
     * @param code of the observation
     * @param indicator code of the indicator, whose page tells more
     */
    record Reported(
            String code,
            String indicator,
            BigDecimal value,
            Optional<Period> period,
            Optional<LocalText> scope,
            Optional<LocalText> method,
            Optional<LocalText> quality) {}

    /** All such figures, the latest period first. */
    List<Reported> all();
}
