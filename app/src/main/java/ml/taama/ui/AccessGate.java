package ml.taama.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Access;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The front door of every page: asks its rule, and leads who is not signed in to the page where one signs in. */
@Component
class AccessGate implements HandlerInterceptor {

    private final Readers readers;

    AccessGate(Readers readers) {
        this.readers = readers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || method.getBean() instanceof ErrorController) {
            return true;
        }
        Optional<Access> access = Access.of(method.getMethod());
        Ui ui = readers.of(request).orElseGet(() -> readers.guess(request));
        if (access.filter(a -> a.allows(ui.visitor().actor())).isPresent()) {
            return true;
        }
        boolean could =
                access.isPresent() && (!ui.visitor().signedIn() || ui.visitor().sleeping());
        if (could && request.getMethod().equals("GET")) {
            String next = ui.visitor().signedIn() ? "/second-factor" : "/sign-in";
            response.sendRedirect(
                    ui.url(next) + "?to=" + URLEncoder.encode(ui.path() + ui.query(), StandardCharsets.UTF_8));
            return false;
        }
        throw Problem.of(PlatformProblem.NOT_ALLOWED);
    }
}
