package ml.taama.collection;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.accounts.Accounts;
import ml.taama.collection.forms.Cell;
import ml.taama.collection.forms.Entry;
import ml.taama.collection.forms.Fault;
import ml.taama.collection.forms.Form;
import ml.taama.collection.forms.Question;
import ml.taama.collection.sheets.Template;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** How pages of this module speak of organisations, people, cells and faults. */
public record Shown(Ui ui, Map<String, Organisation> organisations, Map<Long, String> people) {

    /** Makes them for the reader of a request. */
    @Component
    static class Maker {

        private final Organisations organisations;
        private final Accounts accounts;

        Maker(Organisations organisations, Accounts accounts) {
            this.organisations = organisations;
            this.accounts = accounts;
        }

        Shown of(Ui ui) {
            return new Shown(ui, organisations.all(), accounts.names());
        }
    }

    /** Name of an organisation. */
    public String organisation(String code) {
        return Optional.ofNullable(organisations.get(code))
                .map(o -> o.name().name().text(ui.language()))
                .orElse(code);
    }

    /** Acronym of an organisation, or its name when it has none. */
    public String shortly(String code) {
        return Optional.ofNullable(organisations.get(code))
                .flatMap(o -> o.name().acronym())
                .orElseGet(() -> organisation(code));
    }

    /** Name of a person; the product itself has none. */
    public String person(long account) {
        return people.getOrDefault(account, ui.t("collection.product"));
    }

    /** Whether the reader may do something somewhere. */
    public boolean may(Permission permission) {
        return ui.visitor().actor().maySomewhere(permission);
    }

    /** A cell in words. */
    public String part(Question question, Cell cell) {
        return Template.part(question, cell, ui.language(), ui.t("grid.total"));
    }

    /** What is wrong. */
    public String text(Fault fault) {
        return ui.t("check." + fault.rule().word() + ".text", arguments(fault));
    }

    /** What to do about it. */
    public String advice(Fault fault) {
        return ui.t("check." + fault.rule().word() + ".advice", arguments(fault));
    }

    private Object[] arguments(Fault fault) {
        Stream<String> words =
                fault.arguments().stream().map(a -> a instanceof LocalText text ? ui.text(text) : String.valueOf(a));
        return switch (fault.rule()) {
            case TOTAL, PARTS, CHANGE -> words.map(this::numberOrText).toArray();
            case FUTURE, PERIOD -> words.map(this::period).toArray();
            default -> words.toArray();
        };
    }

    private String numberOrText(String text) {
        return text.matches("-?\\d+(\\.\\d+)?") && text.length() != 4 ? ui.number(new BigDecimal(text)) : period(text);
    }

    /** A period in words, or the text when it is none. */
    public String period(String text) {
        return Period.tryParse(text).map(ui::period).orElse(text);
    }

    /** Where a fault is: the question and the cell in words. */
    public String place(Fault fault, Form form) {
        Entry entry = fault.entry();
        return form.question(entry.question())
                .map(q ->
                        q.title().text(ui.language()) + (q.dimensions().isEmpty() ? "" : " — " + part(q, entry.cell())))
                .orElse("");
    }

    /** A value in words: the number with its unit, or why there is none, or the text. */
    public String value(Question question, Value value) {
        if (!value.absence().isEmpty()) {
            return ui.t("absence." + value.absence());
        }
        return value.number().map(n -> number(question, n)).orElse(value.typed());
    }

    /** A number with its unit. */
    public String number(Question question, BigDecimal number) {
        Locale language = ui.language();
        return question.unit()
                .map(u -> ui.number(number) + "\u00a0"
                        + (number.abs().compareTo(BigDecimal.TWO) < 0 ? u.one() : u.many()).text(language))
                .orElse(ui.number(number));
    }

    /** Markdown as harmless HTML. */
    public gg.jte.Content rich(String markdown) {
        return ui.raw(RichText.html(markdown));
    }
}
