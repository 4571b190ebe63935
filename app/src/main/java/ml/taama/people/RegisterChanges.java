package ml.taama.people;

import ml.taama.matching.Matching;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells matching what changed in the register, in the transaction of the change. */
@Component
class RegisterChanges {

    private final Matching matching;

    RegisterChanges(Matching matching) {
        this.matching = matching;
    }

    @EventListener
    void changed(PersonChanged event) {
        matching.changed(event.file());
    }

    @EventListener
    void registered(PeopleRegistered event) {
        matching.changed(event.files());
    }

    @EventListener
    void removed(PeopleRemoved event) {
        matching.changed(event.files());
    }

    /** Whoever was erased is like nobody any more. */
    @EventListener
    void erased(PersonErased event) {
        matching.changed(event.file());
    }
}
