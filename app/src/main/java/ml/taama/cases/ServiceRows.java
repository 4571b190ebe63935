package ml.taama.cases;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.cases.Aid.Given;
import ml.taama.cases.ServiceTargets.Open;
import ml.taama.collection.sheets.SheetRow;
import ml.taama.people.Birth;
import ml.taama.people.PeopleImports.Wrong;
import ml.taama.people.PublicNumber;

/** Reads rows of a spreadsheet of services: to whom, into which case, what, when, how much. */
final class ServiceRows {

    private final List<String> mapping;
    private final ServiceTargets targets;
    private final ServiceWords words;
    private final String organisation;
    private final LocalDate today;

    ServiceRows(
            List<String> mapping, ServiceTargets targets, ServiceWords words, String organisation, LocalDate today) {
        this.mapping = List.copyOf(mapping);
        this.targets = targets;
        this.words = words;
        this.organisation = organisation;
        this.today = today;
    }

    static String cell(List<String> mapping, SheetRow row, ServiceColumn column) {
        return ServiceColumn.place(mapping, column).map(row::cell).orElse("");
    }

    private String cell(SheetRow row, ServiceColumn column) {
        return cell(mapping, row, column);
    }

    ServiceRow read(SheetRow row) {
        Faults faults = new Faults(row);
        Optional<String> country = country(row, faults);
        Target target = target(row, country, faults);
        Optional<String> kind = words.need(cell(row, ServiceColumn.KIND));
        faults.unless(kind.isPresent(), ServiceColumn.KIND, "service.wrong.kind");
        Optional<LocalDate> day = day(cell(row, ServiceColumn.DAY));
        faults.unless(day.isPresent(), ServiceColumn.DAY, "service.wrong.day");
        String counted = cell(row, ServiceColumn.QUANTITY);
        Optional<BigDecimal> quantity = counted.isEmpty() ? Optional.of(BigDecimal.ONE) : Fields.read(counted);
        faults.unless(quantity.isPresent(), ServiceColumn.QUANTITY, "service.wrong.number");
        Optional<BigDecimal> amount = amount(row, kind.orElse(""), faults);
        Optional<String> currency = currency(row, amount, faults);
        Optional<String> proof = words.proof(cell(row, ServiceColumn.PROOF));
        faults.unless(proof.isPresent(), ServiceColumn.PROOF, "service.wrong.proof");
        if (!faults.all.isEmpty()) {
            return ServiceRow.wrong(faults.all);
        }
        Given given = new Given(
                kind.orElseThrow(),
                organisation,
                target.people,
                day.orElseThrow(),
                quantity.orElseThrow(),
                amount,
                currency,
                proof.orElseThrow(),
                cell(row, ServiceColumn.REMARK));
        return new ServiceRow(
                target.dossier,
                target.dossier.isPresent() ? 0 : target.people.getFirst(),
                country,
                Optional.of(given),
                List.of());
    }

    private record Target(Optional<Long> dossier, List<Long> people) {}

    private static final Target NOWHERE = new Target(Optional.empty(), List.of());

    private Target target(SheetRow row, Optional<String> country, Faults faults) {
        String number = cell(row, ServiceColumn.NUMBER);
        String named = cell(row, ServiceColumn.CASE);
        if (number.isEmpty() && named.isEmpty()) {
            faults.add(ServiceColumn.NUMBER, "service.wrong.nobody");
            return NOWHERE;
        }
        List<Long> person = number.isEmpty()
                ? List.of()
                : PublicNumber.read(number).map(targets::person).orElse(List.of());
        if (!number.isEmpty() && person.isEmpty()) {
            boolean written = PublicNumber.read(number).isPresent();
            faults.add(ServiceColumn.NUMBER, written ? "service.wrong.person" : "service.wrong.person-number");
            return NOWHERE;
        }
        return named.isEmpty() ? of(person, country, faults) : in(named, person, faults);
    }

    /** The case that is named, for all its people or for one of them. */
    private Target in(String named, List<Long> person, Faults faults) {
        Optional<Open> found = CaseNumber.read(named).flatMap(targets::named);
        if (found.isEmpty()) {
            faults.add(ServiceColumn.CASE, "service.wrong.case");
            return NOWHERE;
        }
        Open open = found.get();
        List<Long> people = person.isEmpty()
                ? open.people()
                : open.people().stream().filter(person::contains).limit(1).toList();
        faults.unless(!open.waits(), ServiceColumn.CASE, "service.wrong.waits");
        faults.unless(!people.isEmpty(), ServiceColumn.NUMBER, "service.wrong.not-in-case");
        return new Target(Optional.of(open.id()), people);
    }

    /** The one case of a person that is open; none when one is to be opened. */
    private Target of(List<Long> person, Optional<String> country, Faults faults) {
        List<Open> open = targets.of(person);
        List<Open> running = open.stream().filter(o -> !o.waits()).toList();
        faults.unless(running.size() <= 1, ServiceColumn.NUMBER, "service.wrong.several");
        if (!running.isEmpty()) {
            Open one = running.getFirst();
            return new Target(
                    Optional.of(one.id()),
                    one.people().stream().filter(person::contains).limit(1).toList());
        }
        faults.unless(open.isEmpty(), ServiceColumn.NUMBER, "service.wrong.waits");
        faults.unless(
                !open.isEmpty() || country.isPresent() || faults.has(ServiceColumn.COUNTRY),
                ServiceColumn.COUNTRY,
                "service.wrong.where");
        return new Target(Optional.empty(), person.subList(0, 1));
    }

    private Optional<String> country(SheetRow row, Faults faults) {
        String written = cell(row, ServiceColumn.COUNTRY);
        Optional<String> country = written.isEmpty() ? Optional.empty() : words.country(written);
        faults.unless(written.isEmpty() || country.isPresent(), ServiceColumn.COUNTRY, "service.wrong.country");
        return country;
    }

    private Optional<LocalDate> day(String text) {
        return Birth.read(text.replaceFirst("[T ]00:00.*$", ""), false, today)
                .filter(d -> d.precision() == Birth.Precision.DAY)
                .flatMap(Birth::first);
    }

    private Optional<BigDecimal> amount(SheetRow row, String kind, Faults faults) {
        String written = cell(row, ServiceColumn.AMOUNT);
        if (written.isEmpty()) {
            faults.unless(!kind.equals("cash"), ServiceColumn.AMOUNT, "service.wrong.cash");
            return Optional.empty();
        }
        Optional<BigDecimal> amount = Fields.read(written);
        faults.unless(amount.isPresent(), ServiceColumn.AMOUNT, "service.wrong.number");
        return amount;
    }

    private Optional<String> currency(SheetRow row, Optional<BigDecimal> amount, Faults faults) {
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> currency = ServiceWords.currency(cell(row, ServiceColumn.CURRENCY));
        faults.unless(currency.isPresent(), ServiceColumn.CURRENCY, "service.wrong.currency");
        return currency;
    }

    /** What is wrong with one row. */
    private final class Faults {
        private final SheetRow row;
        private final List<Wrong> all = new ArrayList<>();
        private final Map<ServiceColumn, Boolean> columns = new java.util.EnumMap<>(ServiceColumn.class);

        Faults(SheetRow row) {
            this.row = row;
        }

        void unless(boolean right, ServiceColumn column, String key) {
            if (!right) {
                add(column, key);
            }
        }

        void add(ServiceColumn column, String key) {
            int place = ServiceColumn.place(mapping, column).orElse(0);
            boolean there = mapping.contains(column.word());
            all.add(new Wrong(row.where(place), there ? row.cell(place) : "", key));
            columns.put(column, true);
        }

        boolean has(ServiceColumn column) {
            return columns.containsKey(column);
        }
    }
}
