package ml.taama.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ml.taama.platform.text.Messages;
import org.springframework.stereotype.Component;

/** Knows the reader of a request: the language is the first part of the address. */
@Component
public class Readers {

    private final Languages languages;
    private final Messages messages;
    private final Assets assets;
    private final VisitorReader visitors;
    private final List<MenuEntry> menu;
    private final List<WorkEntry> work;

    Readers(
            Languages languages,
            Messages messages,
            Assets assets,
            VisitorReader visitors,
            List<MenuEntry> menu,
            List<WorkEntry> work) {
        this.languages = languages;
        this.messages = messages;
        this.assets = assets;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.visitors = visitors;
        this.work =
                work.stream().sorted(Comparator.comparingInt(WorkEntry::order)).toList();
    }

    /** The reader of an address that begins with a language of the site. */
    Optional<Ui> of(HttpServletRequest request) {
        String address = request.getRequestURI();
        String first = Arrays.asList((address + "/").split("/", 3)).get(1);
        return languages.languages().stream()
                .filter(l -> l.toString().equals(first))
                .findFirst()
                .map(l -> ui(l, address.substring(first.length() + 1), request.getQueryString(), request));
    }

    /** A reader whose address tells no language: the one that the browser prefers, or the default. */
    public Ui guess(HttpServletRequest request) {
        return ui(preferred(request), "", null, request);
    }

    private Ui ui(
            Locale language, String path, @org.jspecify.annotations.Nullable String query, HttpServletRequest request) {
        Visitor visitor = visitors.of(request);
        return new Ui(
                language,
                path,
                query == null ? "" : "?" + query,
                languages.languages(),
                menu,
                work.stream().filter(e -> e.shown().test(visitor.actor())).toList(),
                visitor,
                messages,
                assets);
    }

    private Locale preferred(HttpServletRequest request) {
        List<Locale> known = languages.languages();
        if (request.getHeader("Accept-Language") == null) {
            return known.getFirst();
        }
        return Collections.list(request.getLocales()).stream()
                .map(l -> Locale.of(l.getLanguage()))
                .filter(known::contains)
                .findFirst()
                .orElse(known.getFirst());
    }
}
