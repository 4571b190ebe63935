package ml.taama.cli;

import ml.taama.cli.CommandLine.Console;
import ml.taama.linkage.Settings;

/** Says on standard error, once a second at most, how far a run is, how fast, and how long it will go on. */
final class LinkProgress implements Settings.Progress {

    private static final long SECOND = 1_000_000_000L;

    private final Console console;
    private String stage = "";
    private long began;
    private long said;

    LinkProgress(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void at(String now, long done, long total) {
        long time = System.nanoTime();
        if (!now.equals(stage)) {
            stage = now;
            began = time;
            said = time;
        }
        if (time - said < SECOND || done == 0) {
            return;
        }
        said = time;
        double rate = done / ((time - began) / (double) SECOND);
        if (total > done) {
            say("linkage.progress", stage(now), done, total, Math.round(rate), Math.round((total - done) / rate));
        } else {
            say("linkage.progress.open", stage(now), done, Math.round(rate));
        }
    }

    private String stage(String now) {
        return switch (now) {
            case "read" -> console.messages().text(console.language(), "linkage.stage.read");
            case "train" -> console.messages().text(console.language(), "linkage.stage.train");
            default -> console.messages().text(console.language(), "linkage.stage.predict");
        };
    }

    void say(String key, Object... arguments) {
        console.err().println(console.messages().text(console.language(), key, arguments));
    }
}
