package ml.taama.ui;

import jakarta.servlet.http.HttpServletRequest;

/** Knows who is behind a request; the module that keeps accounts tells. */
public interface VisitorReader {

    /** Who is behind a request. */
    Visitor of(HttpServletRequest request);
}
