package ml.taama.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import ml.taama.platform.text.LocalText;

/**
 * The country that an installation serves.
 *
 * @param languages the default first
 * @param iso two letters (ISO 3166-1)
 * @param flag colours of its vertical stripes, as {@code #rrggbb}
 * @param contentHash fingerprint of the pack's content
 */
public record Country(
        String code,
        LocalText name,
        List<Locale> languages,
        String iso,
        List<String> flag,
        String contentHash,
        LocalDate loadedOn) {}
