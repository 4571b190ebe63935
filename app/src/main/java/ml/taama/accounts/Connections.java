package ml.taama.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and closes the connection of who is signed in. */
@Component
class Connections {

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

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

    private static String shortened(@org.jspecify.annotations.Nullable String agent) {
        return agent == null ? "" : agent.substring(0, Math.min(200, agent.length()));
    }
}
