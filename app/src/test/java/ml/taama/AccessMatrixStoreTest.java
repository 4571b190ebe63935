package ml.taama;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ml.taama.RunningSite.Visit;
import ml.taama.accounts.Account;
import ml.taama.accounts.Accounts;
import ml.taama.platform.security.Access;
import ml.taama.platform.security.Actor;
import ml.taama.platform.security.Actors;
import ml.taama.platform.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Role × organisation × every route of the application, asked over HTTP: who may not is refused or led to the sign-in, and a route
 * without a rule fails. The routes are those that the application itself knows.
 */
class AccessMatrixStoreTest {

    /** One route with something in place of each variable. */
    private record Route(String method, String path, HandlerMethod handler) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Sign-in, where a POST without a form is not refused for lack of rights but answered with the form. */
    private static final Set<String> ENDING = Set.of("/{language}/sign-out");

    private static RunningSite site;
    private static List<Route> routes;
    private static final Map<String, Visit> PEOPLE = new LinkedHashMap<>();
    private static final Map<String, Actor> ACTORS = new HashMap<>();

    @BeforeAll
    static void start() {
        site = RunningSite.demonstration();
        routes = routes();
        List<Account> accounts =
                Actors.as(Actor.system("test"), () -> site.bean(Accounts.class).all());
        for (String person : List.of(
                "coordinator",
                "focal-point",
                "focal-point-2",
                "statistician",
                "field-agent",
                "case-manager",
                "supervisor",
                "partner",
                "administrator",
                "data-protection-officer")) {
            PEOPLE.put(person, site.visit(person));
            Account account = accounts.stream()
                    .filter(a ->
                            ml.taama.accounts.DemonstrationAccounts.address(a).startsWith(person + "@"))
                    .findFirst()
                    .orElseThrow();
            ACTORS.put(
                    person,
                    Actor.person(
                            account.id(),
                            account.holdings().stream()
                                    .map(h -> new Actor.Holding(h.role(), h.organisation()))
                                    .toList()));
        }
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<Route> routes() {
        Map<RequestMappingInfo, HandlerMethod> known = site.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        List<Route> routes = new ArrayList<>();
        known.forEach((info, handler) -> {
            if (!handler.getBeanType().getName().startsWith("ml.taama")) {
                return;
            }
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                    routes.add(new Route(method.name(), pattern, handler));
                }
            }
        });
        return routes;
    }

    private static String filled(String pattern) {
        return pattern.replace("{language}", "en")
                .replaceAll("\\{[a-zA-Z]+:\\[0-9]\\+}", "1")
                .replaceAll("\\{[^/]*?}", "1");
    }

    private static Access access(Route route) {
        return Access.of(route.handler().getMethod()).orElseThrow();
    }

    @Test
    void everyRouteHasARule() {
        assertThat(routes).hasSizeGreaterThan(50);
        assertThat(routes.stream()
                        .filter(r -> Access.of(r.handler().getMethod()).isEmpty()))
                .isEmpty();
    }

    @Test
    void everyRoleIsAmongThePeople() {
        Set<Role> roles = new TreeSet<>();
        ACTORS.values().forEach(a -> a.roles().forEach(h -> roles.add(h.role())));
        assertThat(roles).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void aVisitorIsLedToTheSignInOrRefused() {
        Map<String, String> wrong = new TreeMap<>();
        Visit visitor = site.visit();
        for (Route route : routes) {
            if (access(route).open()) {
                continue;
            }
            visitor.get("/en/sign-in");
            HttpResponse<String> answer = ask(visitor, route);
            boolean led =
                    answer.statusCode() == 302 && RunningSite.location(answer).startsWith("/en/sign-in?to=");
            if (route.method().equals("GET") ? !led : answer.statusCode() != 403) {
                wrong.put(route.toString(), answer.statusCode() + " " + RunningSite.location(answer));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoMayNotIsRefusedAndWhoMayIsNot() {
        Map<String, String> wrong = new TreeMap<>();
        int refused = 0;
        for (Map.Entry<String, Visit> person : PEOPLE.entrySet()) {
            Actor actor = Objects.requireNonNull(ACTORS.get(person.getKey()));
            for (Route route : routes) {
                if (ENDING.contains(route.path())) {
                    continue;
                }
                boolean may = access(route).allows(actor);
                // What a person may change is proved by journeys; here only that nobody else may.
                if (may && route.method().equals("POST")) {
                    continue;
                }
                person.getValue().get("/en/work");
                int status = ask(person.getValue(), route).statusCode();
                if (may ? status == 403 || status >= 500 : status != 403) {
                    wrong.put(person.getKey() + ": " + route, may + " but " + status);
                }
                refused += may ? 0 : 1;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isGreaterThan(100);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Visit forger = site.visit();
        for (Route route : routes) {
            if (route.method().equals("POST")) {
                assertThat(ask(forger, route).statusCode()).as(route.toString()).isEqualTo(403);
            }
        }
    }

    private static HttpResponse<String> ask(Visit visit, Route route) {
        String path = filled(route.path());
        return route.method().equals("GET") ? visit.get(path) : visit.post(path);
    }
}
