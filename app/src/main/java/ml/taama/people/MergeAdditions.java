package ml.taama.people;

import java.time.Instant;
import java.util.List;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Permission;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What every module added to two files while they were one person; after the merge is undone, each is assigned by hand. */
@Component
class MergeAdditions {

    private final List<LaterAdditions> modules;
    private final People people;
    private final SearchIndex index;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    MergeAdditions(
            List<LaterAdditions> modules,
            People people,
            SearchIndex index,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.modules = modules;
        this.people = people;
        this.index = index;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Addition> of(Merge merge, Instant until) {
        List<Long> files = List.of(merge.one(), merge.other());
        return modules.stream()
                .flatMap(m -> m.between(files, merge.at(), until).stream())
                .toList();
    }

    /**
     * Hangs what was added on one of the two files on the other; who does it sees both and registers for one of the services.
     *
     * @param from file on which it hangs
     * @throws Problem when it is nothing that was added then, or who asks may not
     */
    @Transactional
    public void assign(Merge merge, String kind, long id, long from) {
        Instant until = merge.undoneAt().orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        Addition addition = of(merge, until).stream()
                .filter(a -> a.kind().equals(kind) && a.id() == id && a.file() == from)
                .findFirst()
                .orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        long to = addition.file() == merge.one() ? merge.other() : merge.one();
        if (people.find(addition.file()).isEmpty() || people.find(to).isEmpty()) {
            Actors.current().require(Permission.PROTECT_PEOPLE);
        }
        for (LaterAdditions module : modules) {
            if (module.assign(addition, to)) {
                break;
            }
        }
        for (long file : List.of(addition.file(), to)) {
            index.put(file);
            events.publishEvent(new PersonChanged(file));
        }
        audit.note("person.assign", "person", to);
    }
}
