package ml.taama.cases;

import java.util.Map;
import java.util.Optional;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.ui.Html;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A case: its page, its file to print, its moves, its people. */
@Controller
@Needs(Permission.MANAGE_CASES)
public class CasePages {

    private final CaseView view;
    private final Cases cases;
    private final Once once;

    CasePages(CaseView view, Cases cases, Once once) {
        this.view = view;
        this.cases = cases;
        this.once = once;
    }

    @GetMapping("/{language}/work/cases/{id:[0-9]+}")
    Html show(Ui ui, @PathVariable long id) {
        return view.page(ui, "cases/case", id, Map.of(), Optional.empty());
    }

    @GetMapping("/{language}/work/cases/{id:[0-9]+}/file")
    Html print(Ui ui, @PathVariable long id) {
        return view.page(ui, "cases/file", id, Map.of(), Optional.empty());
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/triage")
    View triage(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        String note = text(typed, "note");
        return moved(ui, id, typed, () -> {
            if (text(typed, "decision").equals("accept")) {
                cases.accept(id, Fields.choice(ui, "case.urgency", text(typed, "urgency"), Words.URGENCIES), note);
            } else {
                cases.decline(id, Fields.choice(ui, "case.refusal", text(typed, "reason"), Words.REFUSALS), note);
            }
        });
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/outcome")
    View conclude(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return moved(
                ui,
                id,
                typed,
                () -> cases.conclude(
                        id,
                        Fields.choice(ui, "case.outcome", text(typed, "outcome"), Words.OUTCOMES),
                        text(typed, "note")));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/closure")
    View close(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return moved(
                ui,
                id,
                typed,
                () -> cases.close(
                        id,
                        Fields.choice(ui, "case.closure", text(typed, "reason"), Words.CLOSURES),
                        text(typed, "note")));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/reopening")
    View reopen(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return moved(ui, id, typed, () -> cases.reopen(id, text(typed, "reason")));
    }

    /** Of two who decide upon the same page at once, the second looks again first; what was typed stays. */
    private View moved(Ui ui, long id, Map<String, String> typed, Runnable work) {
        return view.after(ui, id, typed, () -> cases.asSeen(id, text(typed, "seen"), work));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/notes")
    View note(Ui ui, @PathVariable long id, @RequestParam Map<String, String> typed) {
        return view.after(
                ui,
                id,
                typed,
                () -> once.of(text(typed, "key"), typed, () -> {
                    cases.note(id, text(typed, "text"), !text(typed, "secret").isEmpty());
                    return id;
                }));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/assignment")
    View assign(Ui ui, @PathVariable long id, @RequestParam(defaultValue = "0") long account) {
        return view.after(ui, id, Map.of(), () -> cases.assign(id, account));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people/{file:[0-9]+}")
    View takeIn(Ui ui, @PathVariable long id, @PathVariable long file) {
        return view.after(ui, id, Map.of(), () -> cases.takeIn(id, file));
    }

    @PostMapping("/{language}/work/cases/{id:[0-9]+}/people/{file:[0-9]+}/removal")
    View takeOut(Ui ui, @PathVariable long id, @PathVariable long file, @RequestParam Map<String, String> typed) {
        return view.after(ui, id, typed, () -> cases.takeOut(id, file, text(typed, "reason")));
    }

    static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }
}
