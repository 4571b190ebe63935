package ml.taama.ui;

import gg.jte.Content;
import java.awt.ComponentOrientation;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.text.Messages;
import ml.taama.platform.time.Period;
import ml.taama.platform.time.PeriodFormat;

/**
 * What a template needs to speak to a reader: words, numbers and dates in the reader's language, addresses, icons.
 *
 * @param path of the page without its language, for example {@code /compact/7}
 * @param query of the page with its question mark, or empty
 * @param languages in which the site is read, the default first
 * @param menu entries of the menu, in order
 * @param work entries of the menu of who is signed in
 * @param visitor who looks
 */
public record Ui(
        Locale language,
        String path,
        String query,
        List<Locale> languages,
        List<MenuEntry> menu,
        List<WorkEntry> work,
        Visitor visitor,
        Messages messages,
        Assets assets) {

    /** Words of the interface. */
    public String t(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }

    /** A text in the reader's language, marked with its own when it has no translation. */
    public Content say(LocalText text) {
        LocalText.Said said = text.in(language);
        boolean own = said.language().getLanguage().equals(language.getLanguage());
        return output -> {
            if (own) {
                output.writeUserContent(said.text());
            } else {
                output.writeContent("<span lang=\"" + said.language().toLanguageTag() + "\">");
                output.writeUserContent(said.text());
                output.writeContent("</span>");
            }
        };
    }

    /** A text in the reader's language where no mark can stand, such as a title. */
    public String text(LocalText text) {
        return text.text(language);
    }

    /** A period in words. */
    public String period(Period period) {
        return new PeriodFormat(messages).format(period, language);
    }

    /** A period in words, which says so when it is not known. */
    public String period(Optional<Period> period) {
        return period.map(this::period).orElseGet(() -> t("period.none"));
    }

    /** A moment in words, in the time of the server. */
    public String moment(Instant moment) {
        return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", language)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    /** The hidden field that every form which changes something sends back. */
    public Content token() {
        return output -> {
            output.writeContent("<input type=\"hidden\" name=\"_csrf\" value=\"");
            output.writeUserContent(visitor.token().get());
            output.writeContent("\">");
        };
    }

    /** A day in words. */
    public String day(LocalDate day) {
        return new PeriodFormat(messages).day(day, language);
    }

    /** A number grouped as the language groups. */
    public String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(language).format(number);
    }

    /** A whole number grouped as the language groups. */
    public String number(long number) {
        return NumberFormat.getNumberInstance(language).format(number);
    }

    /** Name of a country by its two letters. */
    public String country(String iso) {
        return Locale.of("", iso).getDisplayCountry(language);
    }

    /** Address of a page of the site in the reader's language. */
    public String url(String page) {
        return "/" + language + page;
    }

    /** Address of this page in another language. */
    public String here(Locale other) {
        return "/" + other + path + query;
    }

    /** Name of a language in that language. */
    public String name(Locale other) {
        String name = other.getDisplayLanguage(other);
        return name.substring(0, 1).toUpperCase(other) + name.substring(1);
    }

    /** Direction of the script. */
    public String direction() {
        return ComponentOrientation.getOrientation(language).isLeftToRight() ? "ltr" : "rtl";
    }

    /** Whether a page of the menu is this page or above it. */
    public boolean within(String page) {
        return path.equals(page) || path.startsWith(page + "/");
    }

    /** Whether an entry of the workspace is the one that leads here: of several above this page, the nearest. */
    public boolean at(WorkEntry entry) {
        int near = nearness(entry);
        return near > 0 && work.stream().noneMatch(other -> nearness(other) > near);
    }

    /** Length of the longest path of an entry that is this page or above it; 0 when none is. */
    private int nearness(WorkEntry entry) {
        return Stream.concat(Stream.of(entry.path()), entry.beside().stream())
                .filter(this::within)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Address of a style sheet, script or font. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** An icon without meaning to a screen reader. */
    public Content icon(String name) {
        return raw(assets.icon(name));
    }

    /** Markup that the program made, such as a chart. */
    public Content raw(String markup) {
        return output -> output.writeContent(markup);
    }
}
