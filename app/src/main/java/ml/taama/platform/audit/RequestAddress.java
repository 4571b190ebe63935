package ml.taama.platform.audit;

import java.util.function.Supplier;

/** The network address from which the request of this thread came; empty for work in the background. */
public final class RequestAddress {

    private static final ThreadLocal<String> CURRENT = ThreadLocal.withInitial(() -> "");

    private RequestAddress() {}

    /** The address, or an empty text. */
    public static String current() {
        return CURRENT.get();
    }

    /** Does something as coming from an address. */
    public static <T> T as(String address, Supplier<T> work) {
        CURRENT.set(address);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }
}
