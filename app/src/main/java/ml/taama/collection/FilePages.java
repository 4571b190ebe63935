package ml.taama.collection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ml.taama.collection.Attachments.Content;
import ml.taama.collection.Imports.Preview;
import ml.taama.collection.forms.Fault;
import ml.taama.collection.sheets.Column;
import ml.taama.collection.sheets.Mapping;
import ml.taama.collection.sheets.TemplateFiles;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Files of a return: its spreadsheet to fill, spreadsheets that come back, attachments. */
@Controller
@Needs(Permission.FILL_RETURNS)
public class FilePages {

    private static final int FAULTS = 200;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** A spreadsheet that waits for a decision. */
    public record ImportPage(Shown shown, Preview preview, List<Column> columns, Optional<Problem> fault) {

        /** The first faults, errors before warnings. */
        public List<Fault> faults() {
            List<Fault> faults = new ArrayList<>(preview.errors());
            faults.addAll(preview.warnings());
            return faults.subList(0, Math.min(FAULTS, faults.size()));
        }

        /** What a column can mean, in words. */
        public String say(Column column) {
            Ui ui = shown.ui();
            return switch (column.kind()) {
                case DIMENSION -> ui.t("column.dimension", name(column.dimension()));
                case VALUE -> column.cell().dimensions().isEmpty() ? ui.t("column.value") : part(column);
                default -> ui.t("column." + column.kind().word());
            };
        }

        private String name(String dimension) {
            return preview.form().questions().values().stream()
                    .flatMap(q -> q.dimension(dimension).stream())
                    .findFirst()
                    .map(d -> d.name().text(shown.ui().language()))
                    .orElse(dimension);
        }

        private String part(Column column) {
            String words = preview.form().questions().values().stream()
                    .filter(q -> column.cell().keys().stream()
                            .allMatch(k -> q.dimension(k).isPresent()))
                    .findFirst()
                    .map(q -> shown.part(q, column.cell()))
                    .orElse(column.cell().toString());
            return shown.ui().t("column.value.of", words);
        }
    }

    private final Pages pages;
    private final Shown.Maker shown;
    private final ReturnPages returnPages;
    private final Returns returns;
    private final Imports imports;
    private final Templates templates;
    private final Attachments attachments;

    FilePages(
            Pages pages,
            Shown.Maker shown,
            ReturnPages returnPages,
            Returns returns,
            Imports imports,
            Templates templates,
            Attachments attachments) {
        this.pages = pages;
        this.shown = shown;
        this.returnPages = returnPages;
        this.returns = returns;
        this.imports = imports;
        this.templates = templates;
        this.attachments = attachments;
    }

    @GetMapping("/{language}/work/returns/{id}/template.xlsx")
    ResponseEntity<byte[]> xlsx(Ui ui, @PathVariable long id) {
        byte[] file = TemplateFiles.xlsx(templates.of(returns.open(id, ui.language()), ui.language()));
        return download("taama-" + id + ".xlsx", XLSX, file);
    }

    @GetMapping("/{language}/work/returns/{id}/template.csv")
    ResponseEntity<byte[]> csv(Ui ui, @PathVariable long id) {
        byte[] file = TemplateFiles.csv(templates.of(returns.open(id, ui.language()), ui.language()));
        return download("taama-" + id + ".csv", "text/csv;charset=UTF-8", file);
    }

    private static ResponseEntity<byte[]> download(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(type))
                .body(content);
    }

    @PostMapping("/{language}/work/returns/{id}/uploads")
    View upload(Ui ui, @PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        try {
            long upload = imports.upload(id, name(file), file.getBytes());
            return Redirect.within(ui, "/work/returns/" + id + "/uploads/" + upload);
        } catch (Problem problem) {
            return returnPages.page(ui, id, Optional.of(problem));
        }
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    @GetMapping("/{language}/work/returns/{id}/uploads/{upload}")
    View preview(Ui ui, @PathVariable long id, @PathVariable long upload) {
        return preview(ui, upload, Optional.empty());
    }

    private Html preview(Ui ui, long upload, Optional<Problem> fault) {
        Preview preview = imports.preview(upload);
        Html page = pages.page("collection/import", ui, new ImportPage(shown.of(ui), preview, columns(preview), fault));
        return fault.map(f -> page.withStatus(f.kind().status())).orElse(page);
    }

    private static List<Column> columns(Preview preview) {
        List<Column> columns = new ArrayList<>();
        for (Column.Kind kind : Column.Kind.values()) {
            if (kind != Column.Kind.ID && kind != Column.Kind.DIMENSION) {
                columns.add(Column.of(kind));
            }
        }
        preview.form().questions().values().stream()
                .flatMap(q -> q.dimensions().stream())
                .distinct()
                .forEach(d -> {
                    columns.add(Column.dimension(d.code()));
                    d.values().stream().limit(12).forEach(v -> columns.add(Column.value(d.code(), v.code())));
                });
        return columns.stream().distinct().toList();
    }

    @PostMapping("/{language}/work/returns/{id}/uploads/{upload}/mapping")
    View map(Ui ui, @PathVariable long id, @PathVariable long upload, @RequestParam Map<String, String> fields) {
        Preview preview = imports.preview(upload);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < preview.header().cells().size(); i++) {
            columns.add(Column.tryParse(fields.getOrDefault("column-" + i, "")).orElse(Column.NONE));
        }
        imports.map(upload, new Mapping(columns, fields.getOrDefault("question", "")));
        return Redirect.within(ui, "/work/returns/" + id + "/uploads/" + upload);
    }

    @PostMapping("/{language}/work/returns/{id}/uploads/{upload}/keeping")
    View keep(
            Ui ui,
            @PathVariable long id,
            @PathVariable long upload,
            @RequestParam(defaultValue = "false") boolean good) {
        try {
            imports.keep(upload, good);
            return Redirect.within(ui, "/work/returns/" + id);
        } catch (Problem problem) {
            return preview(ui, upload, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/returns/{id}/uploads/{upload}/leaving")
    View leave(Ui ui, @PathVariable long id, @PathVariable long upload) {
        imports.leave(upload);
        return Redirect.within(ui, "/work/returns/" + id);
    }

    @PostMapping("/{language}/work/returns/{id}/attachments")
    View attach(Ui ui, @PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        try {
            attachments.add(id, name(file), file.getBytes());
            return Redirect.within(ui, "/work/returns/" + id + "#files");
        } catch (Problem problem) {
            return returnPages.page(ui, id, Optional.of(problem));
        }
    }

    @PostMapping("/{language}/work/returns/{id}/attachments/{attachment}/removal")
    View detach(Ui ui, @PathVariable long id, @PathVariable long attachment) {
        attachments.remove(id, attachment);
        return Redirect.within(ui, "/work/returns/" + id + "#files");
    }

    /** Always to be saved, never shown by the browser as a page of the site. */
    @Needs({Permission.FILL_RETURNS, Permission.READ_RETURNS})
    @GetMapping("/{language}/work/attachments/{attachment}")
    ResponseEntity<byte[]> file(@PathVariable long attachment) {
        Content content = attachments.content(attachment).orElseThrow(() -> Problem.of(PlatformProblem.PAGE_NOT_FOUND));
        return download(content.name(), content.type(), content.bytes());
    }
}
