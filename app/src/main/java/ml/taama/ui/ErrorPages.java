package ml.taama.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.platform.security.Open;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the server refuses before a page of ours answers looks like any other problem. */
@Controller
@Open
class ErrorPages implements ErrorController {

    private final ProblemPages problems;

    ErrorPages(ProblemPages problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (!(status instanceof Integer code) || code == HttpStatus.NOT_FOUND.value()) {
            return problems.problem(Problem.of(PlatformProblem.PAGE_NOT_FOUND), request);
        }
        String words = code < HttpStatus.INTERNAL_SERVER_ERROR.value() ? "problem.refused" : "problem.unforeseen";
        return problems.answer(
                code, "platform.refused", problems.reader(request).t(words), request);
    }
}
