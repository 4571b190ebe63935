package ml.taama.people;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.people.PeopleImports.Import;
import ml.taama.people.PeopleImports.Preview;
import ml.taama.people.PeopleImports.Progress;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Where services bring spreadsheets of people, and take what they brought back. */
@Controller
@Needs(Permission.REGISTER_PEOPLE)
public class ImportPages {

    private static final String LIST = "/work/people/imports";

    /** All imports, and where a file is brought. */
    public record ImportsPage(Shown shown, Listing<Import> listing, Optional<Problem> fault) {}

    /** One import. */
    public record ImportPage(
            Shown shown, Import file, Optional<Preview> preview, Optional<Progress> progress, Optional<Problem> fault) {

        /** What a column may mean, in order. */
        public List<String> columns() {
            return Arrays.stream(ImportColumn.values()).map(ImportColumn::word).toList();
        }

        /** What each column means now. */
        public List<String> mapping() {
            return file.mapping().stream().map(ImportColumn::word).toList();
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final PeopleImports imports;
    private final PeopleExport export;

    ImportPages(Pages pages, Shown.Maker shown, PeopleImports imports, PeopleExport export) {
        this.pages = pages;
        this.shown = shown;
        this.imports = imports;
        this.export = export;
    }

    @GetMapping("/{language}/work/people/imports")
    Html list(Ui ui, @RequestParam Map<String, String> asked) {
        return list(ui, asked, Optional.empty());
    }

    private Html list(Ui ui, Map<String, String> asked, Optional<Problem> fault) {
        Query query = Query.of(LIST, asked, java.util.Set.of("page"));
        Html page = pages.page(
                "people/imports", ui, new ImportsPage(shown.of(ui), Listing.of(query, imports.all()), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/people/imports")
    View upload(Ui ui, @RequestParam String organisation, @RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        try {
            long id = imports.upload(organisation, name == null ? "" : name, file.getBytes());
            return Redirect.within(ui, LIST + "/" + id);
        } catch (Problem problem) {
            return list(ui, Map.of(), Optional.of(problem));
        }
    }

    /** An empty spreadsheet with the columns that are understood. */
    @GetMapping("/{language}/work/people/imports/template.csv")
    ResponseEntity<byte[]> template(Ui ui) {
        return export.template(ui);
    }

    /** All people whom the reader may see, as a file that says who took it; the audit trail says so too. */
    @PostMapping("/{language}/work/people/export")
    ResponseEntity<org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody> export(
            Ui ui, @RequestParam(defaultValue = "csv") String format) {
        return export.people(shown.of(ui), format);
    }

    @GetMapping("/{language}/work/people/imports/{id:[0-9]+}")
    Html one(Ui ui, @PathVariable long id) {
        return one(ui, id, imports.failed(id));
    }

    private Html one(Ui ui, long id, Optional<Problem> fault) {
        Shown words = shown.of(ui);
        Optional<Progress> progress = imports.progress(id);
        Import file = imports.must(id);
        boolean waits = file.state().equals("waiting") && progress.isEmpty();
        Html page = pages.page(
                "people/import",
                ui,
                new ImportPage(
                        words,
                        file,
                        waits ? Optional.of(imports.preview(id, words)) : Optional.empty(),
                        progress,
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/people/imports/{id:[0-9]+}/mapping")
    View map(Ui ui, @PathVariable long id, @RequestParam Map<String, String> fields) {
        List<ImportColumn> mapping = ImportFiles.chosen(fields).stream()
                .map(w -> ImportColumn.of(w).orElse(ImportColumn.NONE))
                .toList();
        return done(ui, id, () -> imports.map(id, mapping));
    }

    @PostMapping("/{language}/work/people/imports/{id:[0-9]+}/keeping")
    View keep(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "false") boolean good) {
        return done(ui, id, () -> imports.keep(id, good, shown.of(ui)));
    }

    @PostMapping("/{language}/work/people/imports/{id:[0-9]+}/leaving")
    View leave(Ui ui, @PathVariable long id) {
        return done(ui, id, () -> imports.leave(id));
    }

    @PostMapping("/{language}/work/people/imports/{id:[0-9]+}/undoing")
    View undo(Ui ui, @PathVariable long id) {
        return done(ui, id, () -> imports.undo(id));
    }

    private View done(Ui ui, long id, Runnable work) {
        try {
            work.run();
            return Redirect.within(ui, LIST + "/" + id);
        } catch (Problem problem) {
            return one(ui, id, Optional.of(problem));
        }
    }
}
