/**
 * Documents: one report model written as HTML, PDF and DOCX, and every chart and map of the product as SVG.
 *
 * <p>Pure computation: no database, no network, no sentence of its own (the words come with the report).
 */
module ml.taama.documents {
    requires transitive org.jspecify;
    requires java.desktop;
    requires java.logging;
    requires java.xml;
    requires openhtmltopdf.core;
    requires openhtmltopdf.pdfbox;
    requires openhtmltopdf.svg.support;
    requires batik.transcoder;
    requires org.apache.pdfbox;
    requires org.apache.poi.ooxml;

    exports ml.taama.documents;
    exports ml.taama.documents.charts;
    exports ml.taama.documents.fonts;
}
