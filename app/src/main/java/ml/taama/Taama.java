package ml.taama;

import ml.taama.cli.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The application: one deployable of closed modules. The command line decides what it does. */
@SpringBootApplication
@Modulithic(systemName = "Taama")
public class Taama {

    /** Runs a command and ends with its exit code; {@code start} runs until it is stopped. */
    public static void main(String[] arguments) {
        int code = CommandLine.run(arguments);
        if (code != CommandLine.RUNNING) {
            System.exit(code);
        }
    }
}
