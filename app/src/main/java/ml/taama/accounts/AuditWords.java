package ml.taama.accounts;

import java.util.Map;
import ml.taama.platform.audit.AuditReader.Entry;
import ml.taama.ui.Ui;

/** Entries of the audit trail in words. */
public final class AuditWords {

    private static final String PREFIX = "audit.action.";

    private AuditWords() {}

    /** What was done; an action that has no words stands for itself. */
    public static String action(Ui ui, String action) {
        return ui.messages().knows(PREFIX + action) ? ui.t(PREFIX + action) : action;
    }

    /** What was done, to which thing when it is not an account. */
    public static String action(Ui ui, Entry entry) {
        return action(ui, entry.action());
    }

    /** Who did it: a person by name, a visitor, or a part of the product. */
    public static String who(Ui ui, Entry entry, Map<Long, String> names) {
        if (entry.account() > 0) {
            return names.getOrDefault(entry.account(), ui.t("audit.account", String.valueOf(entry.account())));
        }
        return entry.actor().equals("public") ? ui.t("audit.public") : ui.t("audit.system", entry.actor());
    }
}
