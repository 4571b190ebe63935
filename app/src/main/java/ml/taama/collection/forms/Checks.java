package ml.taama.collection.forms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.forms.Form.Past;
import ml.taama.collection.forms.Numbers.Reading;
import ml.taama.platform.time.Period;

/** Holds answers against what was asked. One entry alone as one types; all together on import and on arrival. */
public final class Checks {

    private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_TEXT = 100_000;
    private static final double RISE = 1.5;

    private final Form form;

    /** Against a form. */
    public Checks(Form form) {
        this.form = form;
    }

    /** The value of an entry, when it is a number that the question can take. */
    public Optional<BigDecimal> value(Entry entry) {
        return form.question(entry.question())
                .filter(Question::figure)
                .filter(q -> !entry.typed().isBlank())
                .flatMap(q -> reading(entry, q).value());
    }

    private static Reading reading(Entry entry, Question question) {
        return Numbers.read(entry.typed(), question.unit().orElseThrow().decimals() == 0);
    }

    /** What is wrong with one entry by itself. */
    public List<Fault> one(Entry entry) {
        List<Fault> faults = new ArrayList<>();
        Optional<Question> question = form.question(entry.question());
        if (question.isEmpty()) {
            faults.add(Fault.of(Rule.QUESTION, entry, entry.question()));
            return faults;
        }
        length(entry, question.get(), faults);
        if (!question.get().figure()) {
            return faults;
        }
        period(entry, faults);
        breakdown(entry, question.get(), faults);
        absence(entry, faults);
        unit(entry, question.get(), faults);
        if (!entry.typed().isBlank()) {
            number(entry, question.get(), faults);
        }
        return faults;
    }

    /** What is wrong with entries alone and among each other; what is not answered at all is told by {@link #missing}. */
    public List<Fault> all(List<Entry> entries) {
        List<Fault> faults = new ArrayList<>();
        Map<Entry.Key, Entry> seen = new HashMap<>();
        for (Entry entry : entries) {
            faults.addAll(one(entry));
            Entry first = seen.putIfAbsent(entry.key(), entry);
            if (first != null) {
                faults.add(Fault.of(Rule.TWICE, entry, first.where()));
            }
        }
        faults.addAll(new Totals(form, this::value).check(seen.values()));
        return faults;
    }

    /** Questions that must be answered and are not. */
    public List<Fault> missing(List<Entry> entries, java.util.function.Function<Question, String> name) {
        List<Fault> faults = new ArrayList<>();
        for (Question question : form.questions().values()) {
            boolean answered = entries.stream().anyMatch(e -> e.question() == question.id() && !e.blank());
            if (question.required() && !answered) {
                Entry nothing = new Entry(
                        "",
                        question.id(),
                        form.period().toString(),
                        "",
                        Cell.TOTAL,
                        "",
                        Optional.empty(),
                        "",
                        "",
                        "",
                        "");
                faults.add(Fault.of(Rule.MISSING, nothing, name.apply(question)));
            }
        }
        return faults;
    }

    private static void length(Entry entry, Question question, List<Fault> faults) {
        int most = question.figure() ? LONGEST_NOTE : LONGEST_TEXT;
        boolean notes = entry.source().length() > LONGEST_NOTE
                || entry.method().length() > LONGEST_NOTE
                || entry.explanation().length() > LONGEST_NOTE;
        if (entry.typed().length() > most || notes) {
            faults.add(Fault.of(Rule.LENGTH, entry, notes ? LONGEST_NOTE : most));
        }
    }

    private void period(Entry entry, List<Fault> faults) {
        Optional<Period> period = Period.tryParse(entry.period());
        if (period.isEmpty()) {
            faults.add(Fault.of(Rule.DATE, entry, entry.period()));
            return;
        }
        Optional<LocalDate> first = period.get().first();
        if (first.filter(day -> day.isAfter(form.today())).isPresent()) {
            faults.add(Fault.of(Rule.FUTURE, entry, entry.period()));
        } else if (!within(period.get())) {
            faults.add(Fault.of(Rule.PERIOD, entry, entry.period(), form.period()));
        }
    }

    private boolean within(Period period) {
        if (!period.dated() || !form.period().dated()) {
            return period.equals(form.period());
        }
        return !period.first().orElseThrow().isBefore(form.period().first().orElseThrow())
                && !period.last().orElseThrow().isAfter(form.period().last().orElseThrow());
    }

    private static void breakdown(Entry entry, Question question, List<Fault> faults) {
        entry.cell().dimensions().forEach((dimension, value) -> {
            if (question.dimension(dimension).flatMap(d -> d.value(value)).isEmpty()) {
                faults.add(Fault.of(Rule.BREAKDOWN, entry, value));
            }
        });
    }

    private static void absence(Entry entry, List<Fault> faults) {
        if (entry.absence().isEmpty()) {
            return;
        }
        if (!Absence.words().contains(entry.absence())) {
            faults.add(Fault.of(Rule.ABSENCE, entry, entry.absence()));
        } else if (!entry.typed().isBlank()) {
            faults.add(Fault.of(Rule.BOTH, entry));
        }
    }

    private static void unit(Entry entry, Question question, List<Fault> faults) {
        Measure unit = question.unit().orElseThrow();
        entry.unit().filter(written -> !written.isBlank()).map(Form::plain).ifPresent(written -> {
            boolean same = Form.plain(unit.code()).equals(written)
                    || unit.one().texts().values().stream()
                            .anyMatch(t -> Form.plain(t).equals(written))
                    || unit.many().texts().values().stream()
                            .anyMatch(t -> Form.plain(t).equals(written));
            if (!same) {
                faults.add(Fault.of(Rule.UNIT, entry, entry.unit().orElseThrow(), unit.many()));
            }
        });
    }

    private void number(Entry entry, Question question, List<Fault> faults) {
        if (entry.typed().startsWith("ERROR:") || entry.typed().startsWith("#")) {
            faults.add(Fault.of(Rule.FORMULA, entry, entry.typed()));
            return;
        }
        Measure unit = question.unit().orElseThrow();
        Reading reading = reading(entry, question);
        reading.fault().ifPresent(rule -> faults.add(Fault.of(rule, entry, entry.typed())));
        reading.value().ifPresent(value -> {
            boolean outside = value.signum() < 0
                    || value.compareTo(LARGEST) > 0
                    || (unit.share() && value.compareTo(HUNDRED) > 0);
            if (outside) {
                faults.add(Fault.of(Rule.RANGE, entry, entry.typed()));
            } else if (value.stripTrailingZeros().scale() > unit.decimals()) {
                faults.add(Fault.of(Rule.DECIMALS, entry, entry.typed(), unit.decimals()));
            } else {
                change(entry, question, value, faults);
            }
        });
    }

    /** Half as much again as the last value, or less than two thirds of it. */
    private void change(Entry entry, Question question, BigDecimal value, List<Fault> faults) {
        Past past = form.past().get(Form.pastKey(question.code(), entry.place(), entry.cell()));
        if (past == null || past.value().signum() == 0) {
            return;
        }
        double ratio = value.doubleValue() / past.value().doubleValue();
        if (ratio >= RISE || ratio <= 1 / RISE) {
            faults.add(Fault.of(Rule.CHANGE, entry, past.value().toPlainString(), past.period()));
        }
    }
}
