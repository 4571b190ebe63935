package ml.taama.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Query;
import ml.taama.ui.Ui;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Takes cases and services away as tables; the form says for what. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class CaseExportPages {

    private final CaseExport export;

    CaseExportPages(CaseExport export) {
        this.export = export;
    }

    @PostMapping("/{language}/work/cases/export")
    ResponseEntity<StreamingResponseBody> cases(Ui ui, @RequestParam Map<String, String> typed) {
        Query query = Query.of("/work/cases", typed, CaseSearch.ASKED);
        return export.cases(ui, query, CasePages.text(typed, "format"), purpose(ui, typed));
    }

    @PostMapping("/{language}/work/cases/services/export")
    ResponseEntity<StreamingResponseBody> services(Ui ui, @RequestParam Map<String, String> typed) {
        return export.services(
                ui, day(ui, typed, "from"), day(ui, typed, "to"), CasePages.text(typed, "format"), purpose(ui, typed));
    }

    private static String purpose(Ui ui, Map<String, String> typed) {
        return Fields.choice(ui, "case.export.purpose", CasePages.text(typed, "purpose"), CaseExport.PURPOSES);
    }

    private static Optional<LocalDate> day(Ui ui, Map<String, String> typed, String name) {
        String text = CasePages.text(typed, name);
        return text.isEmpty() ? Optional.empty() : Optional.of(Fields.day(ui, "case.export." + name, text));
    }
}
