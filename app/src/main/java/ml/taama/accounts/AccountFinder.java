package ml.taama.accounts;

import java.util.List;
import ml.taama.platform.security.Permission;
import ml.taama.platform.text.Plain;
import ml.taama.ui.Findable;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Component;

/** Finds accounts, for who administers them. */
@Component
class AccountFinder implements Findable {

    private final Directory directory;

    AccountFinder(Directory directory) {
        this.directory = directory;
    }

    @Override
    public List<Found> find(Ui ui, String question, int most) {
        if (!ui.visitor().actor().may(Permission.MANAGE_ACCOUNTS)) {
            return List.of();
        }
        return directory.all().stream()
                .filter(l -> Plain.has(Plain.text(l.account().name() + " " + l.email()), question))
                .limit(most)
                .map(l -> new Found(
                        "entry.account",
                        l.account().name(),
                        l.email(),
                        "/accounts/" + l.account().id()))
                .toList();
    }
}
