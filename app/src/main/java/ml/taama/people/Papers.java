package ml.taama.people;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.FileWriting.Desk;
import ml.taama.people.SealedValues.Label;
import ml.taama.people.SealedValues.Sealed;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers that prove who somebody is. Their numbers stand encrypted, and are found again when the same number is asked. */
@Component
public class Papers {

    /** Kinds of papers. */
    public static final List<String> KINDS = List.of(
            "passport",
            "identity-card",
            "consular-card",
            "birth-certificate",
            "travel-document",
            "residence-permit",
            "other-paper");

    private static final String DOCUMENT = "document";

    private final SealedValues values;
    private final FileWriting writing;
    private final AuditTrail audit;

    Papers(SealedValues values, FileWriting writing, AuditTrail audit) {
        this.values = values;
        this.writing = writing;
        this.audit = audit;
    }

    /**
     * A paper.
     *
     * @param country that issued it, two letters
     * @param verified whether somebody saw it and found it right
     */
    public record Paper(
            long id,
            String kind,
            Optional<String> country,
            String number,
            Optional<LocalDate> validTo,
            boolean verified,
            String organisation) {

        @Override
        public String toString() {
            return "Paper[" + id + "]";
        }
    }

    /** The papers of a person that the reader may see. */
    @Transactional(readOnly = true)
    public List<Paper> of(long file) {
        return values.of(file, DOCUMENT).stream().map(Papers::paper).toList();
    }

    private static Paper paper(Sealed sealed) {
        return new Paper(
                sealed.id(),
                sealed.subject(),
                sealed.country(),
                sealed.text(),
                sealed.validTo(),
                sealed.verified(),
                sealed.organisation());
    }

    /** A number as it is compared: letters and digits only. */
    static String plain(String number) {
        return number.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    /** Writes down a paper. */
    @Transactional
    public void add(long file, String kind, Optional<String> country, String number, Optional<LocalDate> validTo) {
        if (plain(number).length() < 4 || !KINDS.contains(kind)) {
            throw Problem.of(PeopleProblem.WRONG_PAPER);
        }
        Desk desk = writing.of(file);
        values.add(
                desk,
                new Label(DOCUMENT, "restricted", kind, country, validTo),
                number.strip().getBytes(StandardCharsets.UTF_8),
                Optional.of(plain(number)));
        audit.note("paper.add", "person", desk.file().id(), desk.organisation(), Map.of("kind", kind));
    }

    /** Says that somebody saw a paper and found it right, or that this no longer holds. */
    @Transactional
    public void verify(long file, long paper, boolean verified) {
        Desk desk = writing.of(file);
        found(values.verify(desk.person(), DOCUMENT, paper, verified));
        audit.note(
                verified ? "paper.verify" : "paper.doubt", "person", desk.file().id(), desk.organisation(), Map.of());
    }

    /** Takes away a paper that was written down wrongly. */
    @Transactional
    public void remove(long file, long paper) {
        Desk desk = writing.of(file);
        found(values.remove(desk.person(), DOCUMENT, paper));
        audit.note("paper.remove", "person", desk.file().id(), desk.organisation(), Map.of());
    }

    private static void found(boolean there) {
        if (!there) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
    }
}
