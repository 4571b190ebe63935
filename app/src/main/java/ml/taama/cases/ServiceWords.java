package ml.taama.cases;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.text.Messages;
import ml.taama.platform.text.Plain;
import org.springframework.stereotype.Component;

/** How people write services, countries, proofs and currencies in a spreadsheet: by code, or by name in any language of the site. */
@Component
class ServiceWords {

    private static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final Map<String, String> needs = new HashMap<>();
    private final Map<String, String> proofs = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();

    ServiceWords(Messages messages) {
        fill(needs, "case.need.", Words.SERVICES, messages);
        fill(proofs, "case.proof.", Words.PROOFS, messages);
        for (String iso : Locale.getISOCountries()) {
            countries.put(Plain.text(iso), iso);
            LANGUAGES.forEach(l -> countries.put(Plain.text(Locale.of("", iso).getDisplayCountry(l)), iso));
        }
    }

    private static void fill(Map<String, String> words, String prefix, Collection<String> codes, Messages messages) {
        for (String code : codes) {
            words.put(Plain.text(code), code);
            LANGUAGES.forEach(l -> words.put(Plain.text(messages.text(l, prefix + code)), code));
        }
    }

    /** Code of a service. */
    Optional<String> need(String text) {
        return Optional.ofNullable(needs.get(Plain.text(text)));
    }

    /** Code of a proof. */
    Optional<String> proof(String text) {
        return text.isBlank() ? Optional.of("none") : Optional.ofNullable(proofs.get(Plain.text(text)));
    }

    /** Two letters of a country. */
    Optional<String> country(String text) {
        return Optional.ofNullable(countries.get(Plain.text(text)));
    }

    /** Three letters of a currency; the franc of West Africa has names of its own. */
    static Optional<String> currency(String text) {
        String plain = text.strip().toUpperCase(Locale.ROOT);
        String code = Arrays.asList("FCFA", "CFA", "F CFA").contains(plain) ? "XOF" : plain;
        return Words.CURRENCIES.contains(code) ? Optional.of(code) : Optional.empty();
    }
}
