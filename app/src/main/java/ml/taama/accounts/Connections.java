package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Opens, lists and ends connections of people. */
@Component
class Connections {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept;

    Connections(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept) {
        this.kept = kept;
    }

    /** Signs in; the connection gets a new identifier, so that one known before is worth nothing. */
    void open(Proven proven, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(true);
        request.changeSessionId();
        session.setAttribute("account", proven.account());
        session.setAttribute("address", request.getRemoteAddr());
        session.setAttribute("agent", shortened(request.getHeader("User-Agent")));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(proven);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Signs out. */
    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    /** The open connections of a person, the last used first. */
    List<Connection> of(long account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String here = session == null ? "" : session.getId();
        return sessions(account).values().stream()
                .map(s -> connection(s, here))
                .sorted(Comparator.comparing(Connection::seenAt).reversed())
                .toList();
    }

    private static Connection connection(Session session, String here) {
        return new Connection(
                key(session.getId()),
                session.getAttributeOrDefault("agent", ""),
                session.getAttributeOrDefault("address", ""),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(here));
    }

    /** Ends one connection of a person. */
    void end(long account, String key) {
        sessions(account).keySet().stream().filter(id -> key(id).equals(key)).forEach(this::delete);
    }

    /** Ends all connections of a person but the one that asks. */
    void endOthers(long account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        String here = session == null ? "" : session.getId();
        sessions(account).keySet().stream().filter(id -> !id.equals(here)).forEach(this::delete);
    }

    /** Ends all connections of a person. */
    void endAll(long account) {
        sessions(account).keySet().forEach(this::delete);
    }

    private Map<String, ? extends Session> sessions(long account) {
        FindByIndexNameSessionRepository<? extends Session> repository = kept.getIfAvailable();
        return repository == null ? Map.of() : repository.findByPrincipalName(String.valueOf(account));
    }

    private void delete(String id) {
        kept.ifAvailable(repository -> repository.deleteById(id));
    }

    /** The identifier of a session opens it, so pages only ever see its fingerprint. */
    private static String key(String id) {
        return Tokens.hash(id).substring(0, 20);
    }

    private static String shortened(@org.jspecify.annotations.Nullable String agent) {
        return agent == null ? "" : agent.substring(0, Math.min(200, agent.length()));
    }
}
