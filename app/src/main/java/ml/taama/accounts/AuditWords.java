package ml.taama.accounts;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ml.taama.platform.audit.AuditReader.Entry;
import ml.taama.platform.security.Role;
import ml.taama.ui.Ui;

/** Entries of the audit trail in words. */
public final class AuditWords {

    private static final String PREFIX = "audit.action.";
    private static final Pattern ROLE = Pattern.compile("\\{\"role\": \"([a-z-]+)\"}");

    private AuditWords() {}

    /** What was done; an action that has no words stands for itself. */
    public static String action(Ui ui, String action) {
        return ui.messages().knows(PREFIX + action) ? ui.t(PREFIX + action) : action;
    }

    /** What was done; with the role, when one was given or ended. */
    public static String action(Ui ui, Entry entry) {
        Matcher role = ROLE.matcher(entry.detail());
        String action = action(ui, entry.action());
        return role.matches() && Role.of(role.group(1)).isPresent()
                ? ui.t("audit.role", action, ui.t("role." + role.group(1)))
                : action;
    }

    /** What it was done to: a person by name. */
    public static String thing(Ui ui, Entry entry, Map<Long, String> names) {
        String key = "audit.subject." + entry.subject();
        String thing =
                ui.messages().knows(key) ? ui.t(key, entry.subjectId()) : entry.subject() + " " + entry.subjectId();
        return entry.subject().equals("account") && entry.subjectId().matches("\\d{1,18}")
                ? names.getOrDefault(Long.parseLong(entry.subjectId()), thing)
                : thing;
    }

    /** Who did it: a person by name, a visitor, or a part of the product. */
    public static String who(Ui ui, Entry entry, Map<Long, String> names) {
        if (entry.account() > 0) {
            return names.getOrDefault(entry.account(), ui.t("audit.account", String.valueOf(entry.account())));
        }
        return entry.actor().equals("public") ? ui.t("audit.public") : ui.t("audit.system", entry.actor());
    }
}
