package ml.taama.ui;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/** A text as a QR code in SVG, dark on light whatever the colours of the page. */
public final class QrPicture {

    private static final int QUIET = 4;

    private QrPicture() {}

    /** Markup of the picture, with a label for who does not see it. */
    public static String of(String text, String label) {
        QrCode code = QrCode.encodeText(text, Ecc.MEDIUM);
        int size = code.size + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg class=\"qr\" role=\"img\" aria-label=\""
                + label.replace("&", "&amp;").replace("\"", "&quot;")
                + "\" viewBox=\"0 0 " + size + " " + size
                + "\" width=\"232\" height=\"232\" shape-rendering=\"crispEdges\">"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }
}
