package ml.taama.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.documents.Inline;
import ml.taama.observatory.Observation;
import ml.taama.observatory.Unit;
import ml.taama.organisations.Organisation;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.Period;
import ml.taama.platform.time.PeriodFormat;
import ml.taama.reference.Progress;
import ml.taama.reference.Source;

/** The data of a report in the words of its language. */
final class Printer {

    private final ReportData data;
    private final Messages messages;
    private final PeriodFormat periods;
    private final Locale reader;

    Printer(ReportData data, Messages messages, Locale reader) {
        this.data = data;
        this.messages = messages;
        this.periods = new PeriodFormat(messages);
        this.reader = reader;
    }

    Locale reader() {
        return reader;
    }

    String text(String key, Object... arguments) {
        return messages.text(reader, key, arguments);
    }

    /** A text; marked when it is in another language. */
    List<Inline> local(LocalText text) {
        LocalText.Said said = text.in(reader);
        List<Inline> runs = Inline.text(said.text());
        return said.language().getLanguage().equals(reader.getLanguage())
                ? runs
                : List.of(new Inline.Foreign(said.language(), runs));
    }

    /** The words of a source between quotation marks, in the language in which they are known. */
    List<Inline> quoted(LocalText passage) {
        LocalText.Said said = passage.in(reader);
        Locale own = said.language();
        List<Inline> runs = Inline.text(messages.text(own, "text.quoted", said.text()));
        return own.getLanguage().equals(reader.getLanguage()) ? runs : List.of(new Inline.Foreign(own, runs));
    }

    String period(Period period) {
        return periods.format(period, reader);
    }

    String day(LocalDate day) {
        return periods.day(day, reader);
    }

    /** The period of a figure in words; says so when the source gives none. */
    String period(Optional<Period> period) {
        return period.map(this::period).orElseGet(() -> text("period.none"));
    }

    /** The name that an organisation had at the date of the report. */
    LocalText organisation(String code) {
        Organisation organisation = data.organisations().get(code);
        return organisation == null
                ? LocalText.of(reader, code)
                : organisation.nameOn(data.review().contentDate()).name();
    }

    /** Value with unit, preceded by how the source qualifies it. */
    String value(Observation observation, Optional<String> words) {
        Unit unit = data.indicator(observation).unit();
        return qualified(observation.qualifier(), value(observation.value(), unit, words));
    }

    String value(BigDecimal value, Unit unit, Optional<String> words) {
        return words.map(w -> unit.number(value, reader) + "\u00a0" + w).orElseGet(() -> unit.print(value, reader));
    }

    private String qualified(String qualifier, String value) {
        return qualifier.equals("exact") ? value : text("figure.qualifier." + qualifier, value);
    }

    /** A tag for what is not a result. */
    List<Inline> tag(Progress progress) {
        return progress.reached() ? List.of() : List.of(new Inline.Tag(text("progress." + progress.word())));
    }

    /** Code, passage and document of a source, with its address. */
    List<Inline> source(String code) {
        Source source = data.sources().get(code);
        if (source == null) {
            return Inline.text(code);
        }
        List<Inline> runs = new ArrayList<>();
        runs.add(new Inline.Text(source.code() + " — "));
        if (source.document().isPresent()) {
            runs.addAll(local(source.document().get()));
            source.locator().ifPresent(l -> {
                runs.add(new Inline.Text(", "));
                runs.addAll(local(l));
            });
        } else {
            source.publisher().ifPresent(p -> {
                runs.addAll(local(p));
                runs.add(new Inline.Text(", "));
            });
            runs.addAll(local(source.title()));
        }
        source.published().flatMap(Period::tryParse).ifPresent(p -> runs.add(new Inline.Text(", " + period(p))));
        source.address().ifPresent(a -> {
            runs.add(new Inline.Text(", "));
            runs.add(new Inline.Link(a, Inline.text(host(a))));
        });
        if (source.recollection()) {
            runs.add(new Inline.Tag(text("source.recollection")));
        }
        return runs;
    }

    private static String host(String address) {
        return address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/.*", "");
    }

    /** Names joined as a sentence joins them: "a, b et c". */
    List<Inline> joined(List<List<Inline>> names) {
        List<Inline> runs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                runs.add(new Inline.Text(i == names.size() - 1 ? text("list.and") : ", "));
            }
            runs.addAll(names.get(i));
        }
        return runs;
    }
}
