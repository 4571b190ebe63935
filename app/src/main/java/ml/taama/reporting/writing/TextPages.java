package ml.taama.reporting.writing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import ml.taama.accounts.Accounts;
import ml.taama.documents.Block;
import ml.taama.documents.Chapter;
import ml.taama.documents.HtmlWriter;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Needs;
import ml.taama.platform.security.Permission;
import ml.taama.reference.Packs;
import ml.taama.reporting.Composition;
import ml.taama.reporting.Finding;
import ml.taama.reporting.Review;
import ml.taama.reporting.Review.Section;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Redirect;
import ml.taama.ui.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One text: write it beside what it becomes, remark on it, see who changed what, take a version back. */
@Controller
@Needs(Permission.READ_REPORTS)
@RequestMapping("/{language}/work/reports/{cycle}/sections/{section}/{text}")
public class TextPages {

    /**
     * A text as it is written.
     *
     * @param base version from which the person writes
     * @param markdown what stands in the field: the text, or what the person typed
     * @param dispute both changes side by side, when they touch the same words
     * @param preview the chapter as it becomes, as HTML
     */
    public record TextPage(
            Review review,
            Section section,
            Locale text,
            List<Locale> languages,
            TextVersion current,
            int base,
            String markdown,
            Optional<TextVersion> draft,
            Optional<MergeView> dispute,
            Optional<Problem> fault,
            String preview,
            List<Finding> findings,
            List<Comment> comments,
            Map<Long, String> names,
            boolean writes) {

        /** Name of who wrote something. */
        public String name(Ui ui, long account) {
            return names.getOrDefault(account, ui.t("writing.nobody"));
        }
    }

    /**
     * The versions of a text, and what changed between two of them.
     *
     * @param added figures that only the later one quotes
     * @param removed figures that only the earlier one quotes
     */
    public record HistoryPage(
            Review review,
            Section section,
            Locale text,
            List<TextVersion> versions,
            int from,
            int to,
            Difference difference,
            List<Drafts.Figure> added,
            List<Drafts.Figure> removed,
            Map<Long, String> names,
            boolean writes) {

        /** Name of who wrote something. */
        public String name(Ui ui, long account) {
            return names.getOrDefault(account, ui.t("writing.nobody"));
        }
    }

    private final Pages pages;
    private final Drafts drafts;
    private final Texts texts;
    private final Comments comments;
    private final Accounts accounts;
    private final Packs packs;

    TextPages(Pages pages, Drafts drafts, Texts texts, Comments comments, Accounts accounts, Packs packs) {
        this.pages = pages;
        this.drafts = drafts;
        this.texts = texts;
        this.comments = comments;
        this.accounts = accounts;
        this.packs = packs;
    }

    @GetMapping
    Html text(Ui ui, @PathVariable String cycle, @PathVariable String section, @PathVariable String text) {
        TextKey key = key(cycle, section, text);
        TextVersion current = texts.current(key);
        Optional<TextVersion> draft = texts.draft(key);
        int base = draft.map(TextVersion::number).orElse(current.number());
        String markdown = draft.map(TextVersion::markdown).orElse(current.markdown());
        return page(ui, key, base, markdown, Optional.empty(), Optional.empty());
    }

    private TextKey key(String cycle, String section, String text) {
        boolean known = packs.languages().stream().anyMatch(l -> l.getLanguage().equals(text));
        if (!known || drafts.review(cycle).section(section).isEmpty()) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        return new TextKey(cycle, section, text);
    }

    private Html page(
            Ui ui, TextKey key, int base, String markdown, Optional<MergeView> dispute, Optional<Problem> fault) {
        Locale language = Locale.of(key.language());
        Review review = drafts.review(key.cycle());
        Composition composition = drafts.with(key.cycle(), key.section(), language, markdown);
        TextPage page = new TextPage(
                review,
                review.section(key.section()).orElseThrow(),
                language,
                packs.languages(),
                texts.current(key),
                base,
                markdown,
                texts.draft(key),
                dispute,
                fault,
                preview(composition, key.section()),
                composition.findings().stream()
                        .filter(f -> f.section().equals(key.section()))
                        .toList(),
                comments.on(key),
                accounts.names(),
                texts.mayWrite(key.cycle(), key.section()));
        return pages.page("writing/text", ui, page);
    }

    /** The part of the report from the heading of a section to the next heading of its level or above. */
    private static String preview(Composition composition, String section) {
        String id = "s-" + section;
        return composition.report().chapters().stream()
                .filter(c -> c.holds(id))
                .findFirst()
                .map(c -> HtmlWriter.chapter(composition.report(), part(c, id), place -> place))
                .orElse("");
    }

    private static Chapter part(Chapter chapter, String id) {
        List<Block> blocks = chapter.blocks();
        boolean whole = chapter.heading().id().equals(id);
        int start = whole ? -1 : place(blocks, 0, heading -> heading.id().equals(id));
        Block.Heading heading = whole ? chapter.heading() : (Block.Heading) blocks.get(start);
        int end = place(
                blocks,
                start + 1,
                next -> next.level() <= heading.level() || !next.id().startsWith(id + "-h"));
        return new Chapter(heading, blocks.subList(start + 1, end));
    }

    private static int place(List<Block> blocks, int from, Predicate<Block.Heading> wanted) {
        int at = from;
        while (at < blocks.size() && !(blocks.get(at) instanceof Block.Heading heading && wanted.test(heading))) {
            at++;
        }
        return at;
    }

    /** What the text becomes, while it is typed. What is typed is kept, so that nothing is lost. */
    @PostMapping("/preview")
    ResponseEntity<String> preview(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @PathVariable String text,
            @RequestParam int base,
            @RequestParam(defaultValue = "") String markdown) {
        TextKey key = key(cycle, section, text);
        if (texts.mayWrite(cycle, section)) {
            texts.keepDraft(key, base, markdown);
        }
        Composition composition = drafts.with(cycle, section, Locale.of(text), markdown);
        return ResponseEntity.ok()
                .header("Content-Type", "text/html;charset=utf-8")
                .body(preview(composition, section));
    }

    @PostMapping
    View save(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @PathVariable String text,
            @RequestParam int base,
            @RequestParam(defaultValue = "") String markdown) {
        TextKey key = key(cycle, section, text);
        Texts.Saved saved;
        try {
            saved = texts.save(key, base, markdown, "write");
        } catch (Problem problem) {
            return refused(ui, key, base, markdown, problem);
        }
        return switch (saved) {
            case Texts.Kept kept -> Redirect.within(ui, path(key) + (kept.merged() ? "?merged=true" : "?saved=true"));
            case Texts.Undecided undecided ->
                page(
                                ui,
                                key,
                                undecided.theirs().number(),
                                undecided.merge().text(true),
                                Optional.of(MergeView.of(undecided.merge())),
                                Optional.empty())
                        .withStatus(409);
        };
    }

    /** What was typed stays in the field and is kept. */
    private Html refused(Ui ui, TextKey key, int base, String markdown, Problem problem) {
        if (problem.kind() != Problem.Kind.INVALID) {
            throw problem;
        }
        texts.keepDraft(key, base, markdown);
        return page(ui, key, base, markdown, Optional.empty(), Optional.of(problem))
                .withStatus(problem.kind().status());
    }

    private static String path(TextKey key) {
        return "/work/reports/" + key.cycle() + "/sections/" + key.section() + "/" + key.language();
    }

    @PostMapping("/draft/removal")
    View forget(Ui ui, @PathVariable String cycle, @PathVariable String section, @PathVariable String text) {
        TextKey key = key(cycle, section, text);
        texts.forgetDraft(key);
        return Redirect.within(ui, path(key));
    }

    @PostMapping("/comments")
    View say(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @PathVariable String text,
            @RequestParam(defaultValue = "0") long parent,
            @RequestParam(defaultValue = "") String passage,
            @RequestParam(required = false) @Nullable String replacement,
            @RequestParam(defaultValue = "false") boolean suggestion,
            @RequestParam(defaultValue = "") String comment) {
        TextKey key = key(cycle, section, text);
        try {
            comments.say(key, parent, passage, suggestion ? replacement : null, comment);
            return Redirect.within(ui, path(key) + "#remarks");
        } catch (Problem problem) {
            TextVersion current = texts.current(key);
            return page(ui, key, current.number(), current.markdown(), Optional.empty(), Optional.of(problem))
                    .withStatus(problem.kind().status());
        }
    }

    @PostMapping("/comments/{comment}/closure")
    View close(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @PathVariable String text,
            @PathVariable long comment,
            @RequestParam String outcome) {
        TextKey key = key(cycle, section, text);
        if (outcome.equals("accepted")) {
            comments.accept(key, comment);
        } else {
            comments.close(comment, outcome.equals("declined") ? "declined" : "resolved");
        }
        return Redirect.within(ui, path(key) + "#remarks");
    }

    @GetMapping("/history")
    Html history(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @PathVariable String text,
            @RequestParam(defaultValue = "-1") int from,
            @RequestParam(defaultValue = "-1") int to) {
        TextKey key = key(cycle, section, text);
        List<TextVersion> versions = texts.history(key);
        int later = to < 0 ? versions.getFirst().number() : to;
        int earlier = from < 0 ? Math.max(0, later - 1) : from;
        Map<Integer, String> byNumber = new LinkedHashMap<>();
        versions.forEach(v -> byNumber.put(v.number(), v.markdown()));
        if (!byNumber.containsKey(later) || !byNumber.containsKey(earlier)) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        Review review = drafts.review(cycle);
        String before = byNumber.getOrDefault(earlier, "");
        String after = byNumber.getOrDefault(later, "");
        return pages.page(
                "writing/history",
                ui,
                new HistoryPage(
                        review,
                        review.section(section).orElseThrow(),
                        Locale.of(text),
                        versions,
                        earlier,
                        later,
                        Difference.between(before, after),
                        drafts.quotedOnlyBy(cycle, after, before),
                        drafts.quotedOnlyBy(cycle, before, after),
                        accounts.names(),
                        texts.mayWrite(cycle, section)));
    }

    @PostMapping("/history/{number}/restoration")
    View restore(
            Ui ui,
            @PathVariable String cycle,
            @PathVariable String section,
            @PathVariable String text,
            @PathVariable int number) {
        TextKey key = key(cycle, section, text);
        texts.save(key, texts.current(key).number(), texts.version(key, number).markdown(), "restore");
        return Redirect.within(ui, path(key) + "?saved=true");
    }
}
