package ml.taama.tabulation.schema;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that was found wrong with data, schema, request or parameters, in one pass. */
public final class FaultsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /** Of one or more faults. */
    public FaultsException(List<Fault> faults) {
        super(faults.stream()
                .map(f -> f.code() + " " + f.where() + " " + f.arguments())
                .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** Of one fault. */
    public static FaultsException of(Fault.Code code, String where, Object... arguments) {
        return new FaultsException(List.of(Fault.of(code, where, arguments)));
    }

    /** The faults, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
