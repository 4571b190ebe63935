package ml.taama.collection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ml.taama.collection.forms.Absence;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.sheets.Template;
import ml.taama.platform.text.Messages;
import org.springframework.stereotype.Component;

/** The spreadsheet of a return: made for that call and that organisation, in two languages, with what is already answered. */
@Component
class Templates {

    private static final List<String> COLUMNS =
            List.of("question", "breakdown", "period", "unit", "value", "absence", "source", "method", "explanation");
    private static final List<String> LINES = List.of("fill", "totals", "absence", "numbers", "rows", "send");

    private final Messages messages;

    Templates(Messages messages) {
        this.messages = messages;
    }

    Template of(Returns.Opened opened, Locale language) {
        Locale other = language.getLanguage().equals("fr") ? Locale.ENGLISH : Locale.FRENCH;
        List<String> headers = new ArrayList<>(List.of("taama-id"));
        COLUMNS.forEach(
                c -> headers.add(messages.text(language, "column." + c) + " / " + messages.text(other, "column." + c)));
        List<String> instructions = new ArrayList<>();
        for (Locale locale : List.of(language, other)) {
            instructions.add(messages.text(
                    locale,
                    "template.about",
                    opened.call().title().text(locale),
                    opened.document().organisation(),
                    opened.call().deadline().toString()));
            LINES.forEach(line -> instructions.add("• " + messages.text(locale, "template." + line)));
            instructions.add("");
        }
        Map<String, String> absences = new HashMap<>();
        List<String> reasons = new ArrayList<>();
        for (String word : Absence.words()) {
            String said = messages.text(language, "absence." + word).replace(",", "");
            absences.put(word, said);
            reasons.add(said);
        }
        Map<Entry.Key, Entry> answers = new HashMap<>();
        opened.values().forEach(v -> answers.put(v.entry().key(), v.entry()));
        return new Template(
                opened.call().title().text(language),
                headers,
                instructions,
                reasons,
                messages.text(language, "template.sheet"),
                Template.lines(opened.form(), answers, language, messages.text(language, "grid.total"), absences));
    }
}
