package ml.taama.platform.problem;

import ml.taama.platform.problem.Problem.Code;
import ml.taama.platform.problem.Problem.Kind;

/** Problems of the platform itself. */
public enum PlatformProblem implements Code {
    /** Nothing at this address. */
    PAGE_NOT_FOUND("page-not-found", Kind.NOT_FOUND),
    /** Signed in, but not allowed to. */
    NOT_ALLOWED("not-allowed", Kind.FORBIDDEN),
    /** Changed by somebody else in the meantime. */
    CHANGED_MEANWHILE("changed-meanwhile", Kind.CONFLICT),
    /** A field of a form has a wrong value: field, value, expected. */
    WRONG_FIELD("wrong-field", Kind.INVALID),
    /** A field of a form that must not be empty is: field, value, expected. */
    MISSING_FIELD("missing-field", Kind.INVALID),
    /** Another process has the port: port. */
    PORT_IN_USE("port-in-use", Kind.CONFLICT),
    /** The folder cannot be read or written: folder. */
    NO_PERMISSION("no-permission", Kind.UNAVAILABLE),
    /** Another Taama works in the folder: folder, process. */
    FOLDER_IN_USE("folder-in-use", Kind.CONFLICT),
    /** Another Taama works on the database: number of its connections. */
    DATABASE_IN_USE("database-in-use", Kind.CONFLICT),
    /** The folder was made by another version of PostgreSQL: folder, found, expected. */
    OTHER_POSTGRES("other-postgres", Kind.CONFLICT),
    /** The database was made by a later version of Taama: module, found, known. */
    NEWER_DATABASE("newer-database", Kind.CONFLICT),
    /** The database server is too old: found. */
    OLD_POSTGRES("old-postgres", Kind.CONFLICT),
    /** The address of the database cannot be read: example. */
    DATABASE_ADDRESS("database-address", Kind.INVALID),
    /** The database cannot be reached: host, reason. */
    NO_DATABASE("no-database", Kind.UNAVAILABLE),
    /** The owner of the database may not create a role: role. */
    NO_ROLE("no-role", Kind.CONFLICT),
    /** The role of the application is above row-level security: role. */
    STRONG_ROLE("strong-role", Kind.CONFLICT),
    /** The embedded database does not start: log file. */
    POSTGRES_FAILED("postgres-failed", Kind.UNAVAILABLE),
    /** Running as root without a way to give up root: folder. */
    ROOT_REFUSED("root-refused", Kind.UNAVAILABLE),
    /** No bundled PostgreSQL for this system: system. */
    NO_BINARIES("no-binaries", Kind.UNAVAILABLE),
    /** An environment variable has a wrong value: name, value, expected. */
    SETTING("setting", Kind.INVALID),
    /** A file cannot be written: file. */
    FILE_NOT_WRITTEN("file-not-written", Kind.UNAVAILABLE),
    /** A file to read is missing: file. */
    FILE_NOT_FOUND("file-not-found", Kind.NOT_FOUND),
    /** Not a backup of Taama, or damaged: file, what. */
    BAD_BACKUP("bad-backup", Kind.INVALID),
    /** The backup comes from a later version: found. */
    NEWER_BACKUP("newer-backup", Kind.CONFLICT),
    /** The database to restore into holds data: database. */
    NOT_EMPTY("not-empty", Kind.CONFLICT);

    private final String name;
    private final Kind kind;

    PlatformProblem(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /** What is wrong with a field that must not be empty. */
    public static PlatformProblem ofField(String typed) {
        return typed.isBlank() ? MISSING_FIELD : WRONG_FIELD;
    }

    @Override
    public String code() {
        return "platform." + name;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
