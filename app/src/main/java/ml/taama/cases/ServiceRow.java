package ml.taama.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ml.taama.cases.Aid.Given;
import ml.taama.people.PeopleImports.Wrong;

/**
 * A row of a spreadsheet of services, understood.
 *
 * @param dossier case that it goes to; none when one is to be opened
 * @param file of the person for whom a case is to be opened; 0 when none is
 * @param country where that person is
 * @param given what was given; nothing when the row has a fault
 * @param faults of the row; with any, it is not to be kept
 */
record ServiceRow(
        Optional<Long> dossier, long file, Optional<String> country, Optional<Given> given, List<Wrong> faults) {

    ServiceRow {
        faults = List.copyOf(faults);
    }

    static ServiceRow wrong(List<Wrong> faults) {
        return new ServiceRow(Optional.empty(), 0, Optional.empty(), Optional.empty(), faults);
    }

    LocalDate day() {
        return given.orElseThrow().givenOn();
    }

    @Override
    public String toString() {
        return "ServiceRow";
    }
}
