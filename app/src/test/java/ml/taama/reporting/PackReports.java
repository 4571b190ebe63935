package ml.taama.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import ml.taama.Taama;
import ml.taama.platform.database.Database;
import ml.taama.platform.database.TemporaryDatabase;
import ml.taama.reference.packs.Faults;
import ml.taama.reference.packs.PackContent;
import ml.taama.reference.packs.PackLoader;
import ml.taama.reference.packs.PackReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Packs in a database of their own, and the reports composed from them. */
final class PackReports implements AutoCloseable {

    static final Path PACKS = Path.of("../packs").toAbsolutePath().normalize();
    static final Path CACHE = Path.of("../.build").toAbsolutePath().normalize();

    private final Database database;
    private final ConfigurableApplicationContext context;

    PackReports() {
        this(TemporaryDatabase.open(CACHE));
    }

    /** Over a database that it then closes. */
    PackReports(Database database) {
        this.database = database;
        SpringApplication application = new SpringApplication(Taama.class);
        application.addInitializers(
                c -> ((GenericApplicationContext) c).registerBean("database", Database.class, () -> database));
        application.setWebApplicationType(WebApplicationType.NONE);
        context = application.run();
    }

    /** Brings a faultless pack into the database. */
    void load(Path pack) {
        Faults faults = new Faults();
        PackContent content =
                context.getBean(PackReader.class).read(pack, PACKS, faults).orElseThrow();
        assertThat(faults.all()).isEmpty();
        context.getBean(PackLoader.class).load(content);
    }

    Database database() {
        return database;
    }

    ReportData data() {
        return context.getBean(NationalReports.class)
                .data(context.getBean(Reviews.class).all().getFirst());
    }

    Charts charts() {
        return context.getBean(Charts.class);
    }

    Composition compose(Locale language, Layout layout) {
        return context.getBean(NationalReports.class).compose(data(), language, layout);
    }

    /** A copy of a pack that a test may change. */
    static Path copy(Path pack, Path folder) {
        try (Stream<Path> files = Files.walk(pack)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(pack.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a text that the file holds. */
    static void replace(Path file, String old, String young) {
        try {
            String text = Files.readString(file);
            assertThat(text).as(file.toString()).contains(old);
            Files.writeString(file, text.replace(old, young));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
