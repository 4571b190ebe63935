package ml.taama.people;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import ml.taama.people.FileWriting.Desk;
import ml.taama.people.SealedValues.Label;
import ml.taama.people.SealedValues.Sealed;
import ml.taama.platform.audit.AuditTrail;
import ml.taama.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Photographs: one for a person, where the person wishes. What comes is drawn anew and small, so that nothing stays of what
 * a camera writes into a picture, such as where it was taken.
 */
@Component
public class Photographs {

    private static final String PHOTOGRAPH = "photograph";
    private static final int BYTES = 8 << 20;
    private static final int SIDE = 480;
    private static final int LARGEST = 12_000;
    private static final Set<String> FORMATS = Set.of("jpeg", "png");

    private final SealedValues values;
    private final FileWriting writing;
    private final AuditTrail audit;

    Photographs(SealedValues values, FileWriting writing, AuditTrail audit) {
        this.values = values;
        this.writing = writing;
        this.audit = audit;
    }

    /** Whether there is one that the reader may see. */
    @Transactional(readOnly = true)
    public boolean has(long file) {
        return values.has(file, PHOTOGRAPH);
    }

    /** The latest, as JPEG. */
    @Transactional(readOnly = true)
    public Optional<byte[]> of(long file) {
        return values.of(file, PHOTOGRAPH).stream().findFirst().map(Sealed::content);
    }

    /**
     * Keeps a photograph in place of the one before.
     *
     * @throws Problem when it is no JPEG or PNG, or too large
     */
    @Transactional
    public void put(long file, byte[] content) {
        Desk desk = writing.of(file);
        byte[] picture = small(content).orElseThrow(() -> Problem.of(PeopleProblem.PICTURE));
        clear(desk);
        values.add(
                desk,
                new Label(PHOTOGRAPH, "restricted", "", Optional.empty(), Optional.empty()),
                picture,
                Optional.empty());
        audit.note("photograph.put", "person", desk.file().id(), desk.organisation(), Map.of());
    }

    /** Takes the photograph away. */
    @Transactional
    public void remove(long file) {
        Desk desk = writing.of(file);
        clear(desk);
        audit.note("photograph.remove", "person", desk.file().id(), desk.organisation(), Map.of());
    }

    private void clear(Desk desk) {
        values.of(desk.file().id(), PHOTOGRAPH).forEach(s -> values.remove(desk.person(), PHOTOGRAPH, s.id()));
    }

    /** A picture drawn anew, at most 480 points a side, as JPEG; nothing when it is no picture. */
    static Optional<byte[]> small(byte[] content) {
        if (content.length > BYTES) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? draw(readers.next(), in) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // a picture that cannot be read is no picture
        }
    }

    private static Optional<byte[]> draw(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            reader.setInput(in);
            int side = Math.max(reader.getWidth(0), reader.getHeight(0));
            if (side > LARGEST || !FORMATS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                return Optional.empty();
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int step = Math.max(1, side / (2 * SIDE));
            every.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(jpeg(reader.read(0, every)));
        } finally {
            reader.dispose();
        }
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        double scale = Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = small.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.drawImage(picture, 0, 0, width, height, java.awt.Color.WHITE, null);
        drawing.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", out);
        return out.toByteArray();
    }
}
