package ml.taama.reporting;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ml.taama.observatory.Observation;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.Period;
import ml.taama.reference.Activity;
import ml.taama.reporting.Review.Answer;
import ml.taama.reporting.Review.Section;
import ml.taama.reporting.contradictions.Contradiction;
import ml.taama.reporting.contradictions.ContradictionEngine;
import ml.taama.reporting.contradictions.Reading;
import ml.taama.reporting.narrative.Lexicon;
import ml.taama.reporting.narrative.Markup;
import ml.taama.reporting.narrative.PlainText;
import ml.taama.reporting.narrative.Sentences;
import ml.taama.reporting.narrative.Sentences.Told;
import ml.taama.reporting.narrative.TypedNumbers;
import ml.taama.reporting.narrative.TypedNumbers.Typed;
import org.commonmark.node.Node;

/** Runs the contradiction engine over a composed report and puts what it finds into words. */
final class Findings {

    private final ReportData data;
    private final Messages messages;
    private final Locale reader;
    private final FigureBinder figures;
    private final Map<String, Set<String>> shown;
    private final Printer print;

    Findings(ReportData data, Messages messages, Locale reader, FigureBinder figures, Map<String, Set<String>> shown) {
        this.data = data;
        this.messages = messages;
        this.reader = reader;
        this.figures = figures;
        this.shown = shown;
        this.print = new Printer(data, messages, reader);
    }

    List<Finding> all() {
        Reading reading = new Reading(
                data.review(),
                data.review().period(),
                reader,
                data.reviewedGoals(),
                data.activities(),
                data.observations(),
                data.datasets(),
                data.facilities(),
                data.supports().stream().flatMap(s -> s.provider().stream()).toList(),
                figures.quotes().stream()
                        .map(q -> new Reading.Quote(q.observation(), q.section()))
                        .toList(),
                typed(),
                told(),
                shown,
                names());
        return ContradictionEngine.read(reading).stream().map(this::finding).toList();
    }

    private Finding finding(Contradiction contradiction) {
        Object[] arguments = contradiction.arguments().toArray();
        String key = "contradiction." + contradiction.rule();
        Optional<Answer> answer = Optional.ofNullable(data.review().answers().get(contradiction.id()));
        return new Finding(
                contradiction.id(),
                contradiction.rule(),
                contradiction.fault(),
                contradiction.section(),
                data.review()
                        .section(contradiction.section())
                        .map(s -> title(s))
                        .orElse(""),
                contradiction.anchor(),
                messages.text(reader, key + ".title", arguments),
                messages.text(reader, key + ".text", arguments),
                messages.text(reader, key + ".advice", arguments),
                answer.map(Answer::reason),
                answer.filter(Answer::printed).isPresent());
    }

    private String title(Section section) {
        return section.title().text(reader);
    }

    /** Figures that someone typed: in the text of a section, and in the accounts that it shows. */
    private Map<String, List<Typed>> typed() {
        TypedNumbers numbers = new TypedNumbers(Lexicon.of(messages, reader));
        Map<String, List<Typed>> typed = new LinkedHashMap<>();
        for (Section section : data.review().sections()) {
            StringBuilder text = new StringBuilder(plain(data.review().text(section.code(), reader)));
            for (Activity activity : data.activities()) {
                boolean told = shown.getOrDefault(section.code(), Set.of()).contains("activity:" + activity.code());
                if (told && activity.account().isPresent()) {
                    text.append('\n').append(plain(activity.account().get()));
                }
            }
            List<Typed> found = numbers.in(text.toString());
            if (!found.isEmpty()) {
                typed.put(section.code(), found);
            }
        }
        return typed;
    }

    /** Sentences of the sections that quote an observation and do not say that it is still to come. */
    private Map<String, List<Told>> told() {
        Lexicon lexicon = Lexicon.of(messages, reader);
        Map<String, List<Told>> told = new LinkedHashMap<>();
        for (Section section : data.review().sections()) {
            List<Told> found = Sentences.quoting(parsed(data.review().text(section.code(), reader))).stream()
                    .filter(s -> !lexicon.saysPlanned(s.text()))
                    .toList();
            told.put(section.code(), found);
        }
        return told;
    }

    private String plain(LocalText text) {
        return PlainText.of(parsed(text));
    }

    private Node parsed(LocalText text) {
        String language = text.in(reader).language().getLanguage();
        return Markup.parse(text.texts().getOrDefault(language, ""));
    }

    private Reading.Names names() {
        return new Reading.Names() {
            @Override
            public String organisation(String code) {
                return print.organisation(code).text(reader);
            }

            @Override
            public String indicator(String code) {
                return Optional.ofNullable(data.indicators().get(code))
                        .map(i -> i.title().text(reader))
                        .orElse(code);
            }

            @Override
            public String value(Observation observation) {
                return print.text(
                        "figure.with-period",
                        print.value(observation, Optional.empty()),
                        print.period(observation.period()));
            }

            @Override
            public String figure(Observation observation) {
                return print.text("figure.named", indicator(observation.indicator()), value(observation));
            }

            @Override
            public String list(List<String> things) {
                return String.join(print.text("list.semicolon"), things);
            }

            @Override
            public String text(LocalText text) {
                return text.text(reader);
            }

            @Override
            public String number(BigDecimal number) {
                return NumberFormat.getNumberInstance(reader).format(number);
            }

            @Override
            public String period(Period period) {
                return print.period(period);
            }
        };
    }
}
