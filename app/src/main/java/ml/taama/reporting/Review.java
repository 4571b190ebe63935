package ml.taama.reporting;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ml.taama.platform.text.LocalText;
import ml.taama.platform.time.Period;
import ml.taama.reference.GoalId;
import ml.taama.reference.Progress;
import ml.taama.reporting.narrative.Quotations;

/**
 * One review: who takes part, what it asks, what it says, the outline and the text of its report.
 *
 * @param contentDate date of the report; never today
 */
public record Review(
        String code,
        LocalText title,
        LocalText subtitle,
        String framework,
        String coordinator,
        Period period,
        Optional<LocalText> periodNote,
        LocalDate contentDate,
        State state,
        String sourceRef,
        List<Priority> priorities,
        List<Contribution> contributions,
        List<Request> requests,
        List<Statement> statements,
        List<Claim> claims,
        List<Section> sections,
        Map<String, Map<String, String>> narrative,
        Map<String, Answer> answers,
        List<Dissent> dissents) {

    /** Whether the review goes on, is rebuilt from a published report, or is published. */
    public enum State {
        OPEN,
        RECONSTRUCTED,
        PUBLISHED
    }

    /** A goal followed with particular attention. */
    public record Priority(GoalId goal, String sourceRef) {}

    /**
     * Who does what.
     *
     * @param task coordination, contribution, support
     */
    public record Contribution(String organisation, String task, LocalText text, Progress progress, String sourceRef) {}

    /** A dataset called for. */
    public record Request(String dataset, String sourceRef) {}

    /**
     * What the review states beside figures and actions.
     *
     * @param kind vision, coordination, reason, challenge, lesson, good-practice, priority, intention
     * @param progress absent for what is only said
     */
    public record Statement(
            String code,
            String kind,
            LocalText text,
            Optional<Progress> progress,
            List<GoalId> goals,
            String sourceRef) {}

    /**
     * What the review claims.
     *
     * @param test how the data can be asked, or {@code none}
     */
    public record Claim(
            String code, String section, LocalText text, String test, Optional<String> framework, String sourceRef) {}

    /** What a section of the outline is. */
    public enum SectionKind {
        TEXT,
        PROGRESS,
        GOAL,
        FIGURES_ANNEX,
        GOALS_ANNEX,
        SOURCES_ANNEX,
        LIMITS_ANNEX
    }

    /** A section of the outline. */
    public record Section(
            String code,
            Optional<String> parent,
            String number,
            LocalText title,
            SectionKind kind,
            Optional<GoalId> goal) {}

    /** What an organisation does not agree with, to be printed after the section. */
    public record Dissent(String section, String organisation, String text) {}

    /** A reason given for a contradiction; printed makes it a limitation of the report. */
    public record Answer(LocalText reason, boolean printed) {}

    /** The sections below another, in order. */
    public List<Section> below(String parent) {
        return sections.stream()
                .filter(s -> s.parent().filter(parent::equals).isPresent())
                .toList();
    }

    /** A section by its code. */
    public Optional<Section> section(String code) {
        return sections.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** Text of a section in a language, or in the first language that has one; empty when none has. */
    public LocalText text(String section, Locale reader) {
        Map<String, String> texts = narrative.getOrDefault(section, Map.of());
        return texts.isEmpty() ? LocalText.of(reader, "") : new LocalText(texts);
    }

    /** Codes of the observations that its texts quote. */
    public Set<String> quotations() {
        return narrative.values().stream()
                .flatMap(texts -> texts.values().stream())
                .flatMap(text -> Quotations.of(text).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same review with another text of a section in a language, to see what it would become. */
    public Review withText(String section, Locale language, String markdown) {
        Map<String, Map<String, String>> texts = new LinkedHashMap<>(narrative);
        Map<String, String> ofSection = new LinkedHashMap<>(texts.getOrDefault(section, Map.of()));
        ofSection.put(language.getLanguage(), markdown);
        texts.put(section, ofSection);
        return new Review(
                code,
                title,
                subtitle,
                framework,
                coordinator,
                period,
                periodNote,
                contentDate,
                state,
                sourceRef,
                priorities,
                contributions,
                requests,
                statements,
                claims,
                sections,
                texts,
                answers,
                dissents);
    }

    /** Whether a goal is followed with particular attention. */
    public boolean isPriority(GoalId goal) {
        return priorities.stream().anyMatch(p -> p.goal().equals(goal));
    }
}
