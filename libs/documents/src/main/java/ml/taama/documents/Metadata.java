package ml.taama.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands on the cover and in the properties of the file.
 *
 * @param subject one sentence; PDF/UA and search engines want it
 * @param date the date of the content, never "now": the same content must give the same file
 * @param edition state and fingerprint, as printed on the cover, for example "Draft · 3f9a…"
 * @param flag vertical stripes of the cover, as {@code #rrggbb}, possibly none
 */
public record Metadata(
        String title,
        String subtitle,
        String author,
        String subject,
        LocalDate date,
        String dateInWords,
        String edition,
        List<String> flag) {

    /** Copies the list. */
    public Metadata {
        flag = List.copyOf(flag);
    }
}
