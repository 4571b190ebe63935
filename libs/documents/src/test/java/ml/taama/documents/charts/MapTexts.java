package ml.taama.documents.charts;

import java.util.List;
import ml.taama.documents.Xml;
import ml.taama.documents.fonts.Typeface;
import ml.taama.documents.fonts.Typeface.Weight;
import org.w3c.dom.Element;

/** What is written on a drawn map. */
final class MapTexts {

    /** A line of text and the room that its letters take. */
    record Label(String text, Box box) {

        boolean covers(Label other) {
            return box.meets(other.box);
        }
    }

    private MapTexts() {}

    static List<Label> labels(String drawing) {
        return texts(drawing).stream().map(MapTexts::label).toList();
    }

    /** All lines as one text. */
    static String words(String drawing) {
        return String.join(
                " ", texts(drawing).stream().map(Element::getTextContent).toList());
    }

    /** Halos are drawn under the text that they repeat. */
    private static List<Element> texts(String drawing) {
        return Xml.elements(Xml.parse(drawing), "text").stream()
                .filter(t -> !t.hasAttribute("stroke"))
                .toList();
    }

    private static Label label(Element text) {
        double size = Double.parseDouble(text.getAttribute("font-size"));
        Weight weight = text.hasAttribute("font-weight") ? Weight.BOLD : Weight.REGULAR;
        double width = Typeface.width(text.getTextContent(), size, weight);
        double y = Double.parseDouble(text.getAttribute("y"));
        return new Label(
                text.getTextContent(),
                new Box(Double.parseDouble(text.getAttribute("x")), y - size * 0.72, width, size * 0.92));
    }
}
