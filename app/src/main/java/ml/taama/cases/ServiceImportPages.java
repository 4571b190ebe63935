package ml.taama.cases;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.cases.ServiceImports.Preview;
import ml.taama.people.ImportFiles;
import ml.taama.people.ImportFiles.File;
import ml.taama.people.PeopleImports.Progress;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Listing;
import ml.taama.ui.Pages;
import ml.taama.ui.Query;
import ml.taama.ui.Redirect;
import ml.taama.ui.Table;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Where organisations bring spreadsheets of services that were given, and take back what they brought. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class ServiceImportPages {

    private static final String LIST = "/work/cases/imports";

    /** All imports, and where a file is brought. */
    public record ImportsPage(Shown shown, Listing<File> listing, Optional<Problem> fault) {}

    /** One import. */
    public record ImportPage(
            Shown shown, File file, Optional<Preview> preview, Optional<Progress> progress, Optional<Problem> fault) {}

    private final Pages pages;
    private final Shown.Maker shown;
    private final ServiceImports imports;

    ServiceImportPages(Pages pages, Shown.Maker shown, ServiceImports imports) {
        this.pages = pages;
        this.shown = shown;
        this.imports = imports;
    }

    @GetMapping("/{language}/work/cases/imports")
    Html list(Ui ui, @RequestParam Map<String, String> asked) {
        return list(ui, asked, Optional.empty());
    }

    private Html list(Ui ui, Map<String, String> asked, Optional<Problem> fault) {
        Query query = Query.of(LIST, asked, java.util.Set.of("page"));
        Html page = pages.page(
                "cases/imports", ui, new ImportsPage(shown.of(ui, List.of()), Listing.of(query, imports.all()), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/cases/imports")
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
    @GetMapping("/{language}/work/cases/imports/template.csv")
    ResponseEntity<byte[]> template(Ui ui) {
        String[] columns = ServiceColumn.words().stream()
                .skip(1)
                .map(w -> ui.t("service.column." + w))
                .toArray(String[]::new);
        return new Table(columns).download("taama-services.csv");
    }

    @GetMapping("/{language}/work/cases/imports/{id:[0-9]+}")
    Html one(Ui ui, @PathVariable long id) {
        return one(ui, id, imports.failed(id));
    }

    private Html one(Ui ui, long id, Optional<Problem> fault) {
        Optional<Progress> progress = imports.progress(id);
        File file = imports.must(id);
        boolean waits = file.state().equals("waiting") && progress.isEmpty();
        Html page = pages.page(
                "cases/import",
                ui,
                new ImportPage(
                        shown.of(ui, List.of()),
                        file,
                        waits ? Optional.of(imports.preview(id)) : Optional.empty(),
                        progress,
                        fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    @PostMapping("/{language}/work/cases/imports/{id:[0-9]+}/mapping")
    View map(Ui ui, @PathVariable long id, @RequestParam Map<String, String> fields) {
        return done(ui, id, () -> imports.map(id, ImportFiles.chosen(fields)));
    }

    @PostMapping("/{language}/work/cases/imports/{id:[0-9]+}/keeping")
    View keep(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "false") boolean good) {
        return done(ui, id, () -> imports.keep(id, good));
    }

    @PostMapping("/{language}/work/cases/imports/{id:[0-9]+}/leaving")
    View leave(Ui ui, @PathVariable long id) {
        return done(ui, id, () -> imports.leave(id));
    }

    @PostMapping("/{language}/work/cases/imports/{id:[0-9]+}/undoing")
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
