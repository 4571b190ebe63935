package ml.taama.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** The one place where a problem becomes a page, or JSON (RFC 9457) for who asks for it. */
@ControllerAdvice
public class ProblemPages {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemPages.class);

    /** What the page of a problem shows. */
    public record ProblemPage(int status, String message) {}

    private final Pages pages;
    private final Readers readers;

    ProblemPages(Pages pages, Readers readers) {
        this.pages = pages;
        this.readers = readers;
    }

    @ExceptionHandler(Problem.class)
    Object problem(Problem problem, HttpServletRequest request) {
        Ui ui = reader(request);
        return answer(problem.kind().status(), problem.code(), ui.messages().text(ui.language(), problem), request);
    }

    @ExceptionHandler({
        NoHandlerFoundException.class,
        NoResourceFoundException.class,
        MethodArgumentTypeMismatchException.class
    })
    Object notFound(HttpServletRequest request) {
        return problem(Problem.of(PlatformProblem.PAGE_NOT_FOUND), request);
    }

    @ExceptionHandler({HttpRequestMethodNotSupportedException.class, ServletRequestBindingException.class})
    Object refused(HttpServletRequest request) {
        return answer(
                HttpStatus.METHOD_NOT_ALLOWED.value(),
                "platform.refused",
                reader(request).t("problem.refused"),
                request);
    }

    /** An address or a form that is not text in UTF-8. */
    @ExceptionHandler(InvalidParameterException.class)
    Object unreadable(HttpServletRequest request) {
        return answer(
                HttpStatus.BAD_REQUEST.value(),
                "platform.unreadable",
                reader(request).t("problem.unreadable"),
                request);
    }

    /** The unforeseen: told to the log, not to the reader. */
    @ExceptionHandler(Exception.class)
    Object unforeseen(Exception fault, HttpServletRequest request) {
        LOG.error("Unforeseen at {}", request.getRequestURI(), fault);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR.value(),
                "platform.unforeseen",
                reader(request).t("problem.unforeseen"),
                request);
    }

    Ui reader(HttpServletRequest request) {
        Optional<Ui> known = readers.of(request);
        return known.orElseGet(() -> readers.guess(request));
    }

    Object answer(int status, String code, String message, HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("json") && !accept.contains("html")) {
            ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.valueOf(status), message);
            detail.setProperty("code", code);
            return ResponseEntity.status(status).body(detail);
        }
        return pages.page("ui/problem", reader(request), new ProblemPage(status, message))
                .withStatus(status);
    }
}
