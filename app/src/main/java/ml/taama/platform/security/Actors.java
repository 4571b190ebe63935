package ml.taama.platform.security;

import java.util.function.Supplier;

/** Who acts in the thread that asks. Nobody is the public; work in the background says who it is. */
public final class Actors {

    private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

    private Actors() {}

    /** Who acts now. */
    public static Actor current() {
        Actor actor = CURRENT.get();
        return actor == null ? Actor.PUBLIC : actor;
    }

    /** Does something as somebody, then is again who was before. */
    public static <T> T as(Actor actor, Supplier<T> work) {
        Actor before = CURRENT.get();
        CURRENT.set(actor);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** Does something as somebody, then is again who was before. */
    public static void run(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return null;
        });
    }

    private static void restore(@org.jspecify.annotations.Nullable Actor before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
