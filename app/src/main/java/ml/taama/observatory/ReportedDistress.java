package ml.taama.observatory;

import java.util.Comparator;
import java.util.List;
import ml.taama.cases.statistics.ReportedAssistance;
import org.springframework.stereotype.Component;

/** What reports say of nationals in distress who were assisted: the observations of the indicator that countries share. */
@Component
class ReportedDistress implements ReportedAssistance {

    private static final String INDICATOR = "C15";

    private final Observations observations;

    ReportedDistress(Observations observations) {
        this.observations = observations;
    }

    @Override
    public List<Reported> all() {
        return observations.all().stream()
                .filter(o -> o.indicator().equals(INDICATOR))
                .sorted(Comparator.comparing((Observation o) ->
                                o.period().map(Object::toString).orElse(""))
                        .reversed())
                .map(o -> new Reported(
                        o.code(), o.indicator(), o.value(), o.period(), o.scope(), o.method(), o.quality()))
                .toList();
    }
}
