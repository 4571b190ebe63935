package ml.taama.reference.packs;

import java.util.List;
import java.util.Locale;
import ml.taama.platform.text.LocalText;

/**
 * What {@code pack.yaml} says of a pack.
 *
 * @param kind {@code global} or {@code country}
 * @param languages of its texts, the default first
 * @param country two letters (ISO 3166-1), or empty for a global pack
 * @param flag colours of its vertical stripes, as {@code #rrggbb}; may be empty
 * @param requires packs that its rows refer to
 */
public record PackManifest(
        String code,
        String kind,
        LocalText name,
        List<Locale> languages,
        String country,
        List<String> flag,
        String licence,
        List<String> requires) {}
