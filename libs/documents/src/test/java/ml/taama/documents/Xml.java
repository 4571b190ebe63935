package ml.taama.documents;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Markup read by the XML parser of the JDK. */
@SuppressWarnings("exports") // tests of other packages of this module read the same types
public final class Xml {

    private Xml() {}

    /** The document; markup that is not well-formed fails the test. */
    public static Document parse(String markup) {
        try {
            DocumentBuilder builder =
                    DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(markup)));
        } catch (SAXException e) {
            throw new AssertionError("Not well-formed: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every element of a name, {@code *} for all. */
    public static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** Every value of an attribute, in order. */
    public static List<String> values(Document document, String attribute) {
        List<String> values = new ArrayList<>();
        elements(document, "*").stream()
                .filter(e -> e.hasAttribute(attribute))
                .forEach(e -> values.add(e.getAttribute(attribute)));
        return values;
    }

    /** Values of attributes that name elements, without the number sign. */
    public static List<String> references(Document document) {
        Stream<String> links = values(document, "href").stream()
                .filter(href -> href.startsWith("#"))
                .map(href -> href.substring(1));
        Stream<String> named = Stream.of("aria-labelledby", "aria-describedby", "aria-controls", "popovertarget")
                .flatMap(attribute -> values(document, attribute).stream());
        return Stream.concat(links, named).toList();
    }
}
