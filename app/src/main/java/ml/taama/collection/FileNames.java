package ml.taama.collection;

/** Names of files as people send them, made harmless: no path, no control character, no more than a hundred characters. */
final class FileNames {

    private static final int LONGEST = 100;

    private FileNames() {}

    static String safe(String name) {
        String bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\"<>|?*:]", "")
                .strip();
        String usual = bare.isEmpty() || bare.startsWith(".") ? "file" + bare : bare;
        return usual.length() > LONGEST ? usual.substring(usual.length() - LONGEST) : usual;
    }
}
