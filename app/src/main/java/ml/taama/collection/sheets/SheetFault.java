package ml.taama.collection.sheets;

/** A file that is no spreadsheet, or one that is not taken. */
public final class SheetFault extends Exception {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** Damaged, or of another kind. */
        UNREADABLE,
        /** The binary format that came before XLSX. */
        OLD_FORMAT,
        /** More rows than are taken. */
        TOO_MANY_ROWS
    }

    private final Reason reason;

    SheetFault(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    SheetFault(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
