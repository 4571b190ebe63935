package ml.taama.portal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ml.taama.observatory.Observation;
import ml.taama.organisations.Facility;
import ml.taama.organisations.Organisation;
import ml.taama.organisations.Organisations.Mandate;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import ml.taama.platform.text.Plain;
import ml.taama.reference.Activity;
import ml.taama.reference.Activity.Role;
import ml.taama.reporting.Review.Contribution;
import ml.taama.ui.Html;
import ml.taama.ui.Pages;
import ml.taama.ui.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who acts. */
@Controller
@Open
public class OrganisationPages {

    /** Organisations by kind. */
    public record OrganisationsPage(Show show, String question, Map<String, List<Organisation>> kinds) {

        /** Number of activities in which an organisation has a role. */
        public int activities(Organisation organisation) {
            return (int) show.site().data().activities().stream()
                    .filter(a -> !a.roles(organisation.code()).isEmpty())
                    .count();
        }
    }

    /**
     * One organisation.
     *
     * @param activities by the role that it has in them; a role without any is absent
     */
    public record OrganisationPage(
            Show show,
            Organisation organisation,
            List<Mandate> mandates,
            List<Contribution> tasks,
            Map<Role, List<Activity>> activities,
            List<Observation> figures,
            List<Facility> facilities,
            List<Organisation> below) {}

    private final Pages pages;
    private final Snapshots snapshots;

    OrganisationPages(Pages pages, Snapshots snapshots) {
        this.pages = pages;
        this.snapshots = snapshots;
    }

    @GetMapping("/{language}/organisations")
    Html organisations(Ui ui, @RequestParam(defaultValue = "") String q) {
        Snapshot site = snapshots.now();
        Map<String, List<Organisation>> kinds = new LinkedHashMap<>();
        site.data().organisations().values().stream()
                .filter(o -> Plain.has(Plain.text(names(o)), q))
                .forEach(o -> kinds.computeIfAbsent(o.kind(), k -> new java.util.ArrayList<>())
                        .add(o));
        return pages.page("portal/organisations", ui, new OrganisationsPage(new Show(ui, site), q.strip(), kinds));
    }

    @GetMapping("/{language}/organisations/{code}")
    Html organisation(Ui ui, @PathVariable String code) {
        Snapshot site = snapshots.now();
        Organisation organisation = site.data().organisations().get(code);
        if (organisation == null) {
            throw Problem.of(PlatformProblem.PAGE_NOT_FOUND);
        }
        OrganisationPage page = new OrganisationPage(
                new Show(ui, site),
                organisation,
                site.mandates().getOrDefault(code, List.of()),
                site.data().review().contributions().stream()
                        .filter(c -> c.organisation().equals(code))
                        .toList(),
                activities(site, code),
                site.data().observations().values().stream()
                        .filter(o -> o.organisation().filter(code::equals).isPresent())
                        .sorted(java.util.Comparator.comparing(Observation::indicator)
                                .thenComparing(Observation::code))
                        .toList(),
                site.data().facilities().stream()
                        .filter(f -> f.organisation().filter(code::equals).isPresent())
                        .toList(),
                site.data().organisations().values().stream()
                        .filter(o -> o.parent().filter(code::equals).isPresent())
                        .toList());
        return pages.page("portal/organisation", ui, page);
    }

    private static Map<Role, List<Activity>> activities(Snapshot site, String code) {
        Map<Role, List<Activity>> activities = new EnumMap<>(Role.class);
        site.data()
                .activities()
                .forEach(a -> a.roles(code)
                        .forEach(role -> activities
                                .computeIfAbsent(role, r -> new ArrayList<>())
                                .add(a)));
        return activities;
    }

    private static String names(Organisation organisation) {
        StringBuilder names = new StringBuilder(organisation.code());
        organisation
                .names()
                .forEach(n -> names.append(' ')
                        .append(String.join(" ", n.name().texts().values()))
                        .append(n.acronym().map(a -> " " + a).orElse("")));
        return names.toString();
    }
}
