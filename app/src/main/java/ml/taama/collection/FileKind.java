package ml.taama.collection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a file is, told from its content; its name and what the browser says do not count. */
enum FileKind {
    PDF("application/pdf"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ODT("application/vnd.oasis.opendocument.text"),
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    TEXT("text/plain");

    private static final int LOOKED_AT = 200;

    private final String type;

    FileKind(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /** The kind of a file; nothing for those that are not taken: programs, archives, web pages, macros. */
    static Optional<FileKind> of(byte[] content) {
        if (starts(content, "%PDF-")) {
            return Optional.of(PDF);
        }
        if (starts(content, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (starts(content, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        return starts(content, "PK") ? archive(content) : text(content);
    }

    private static boolean starts(byte[] content, String first) {
        byte[] wanted = first.getBytes(StandardCharsets.ISO_8859_1);
        return content.length >= wanted.length
                && java.util.Arrays.equals(content, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static Optional<FileKind> archive(byte[] content) {
        Optional<FileKind> kind = Optional.empty();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            ZipEntry entry = zip.getNextEntry();
            for (int i = 0; entry != null && i < LOOKED_AT; i++, entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.contains("vbaProject") || name.startsWith("Basic/")) {
                    return Optional.empty();
                }
                if (name.equals("mimetype")) {
                    String type = new String(zip.readNBytes(LOOKED_AT), StandardCharsets.US_ASCII);
                    kind = type.equals(ODT.type) ? Optional.of(ODT) : type.equals(ODS.type) ? Optional.of(ODS) : kind;
                } else if (name.startsWith("word/")) {
                    kind = Optional.of(DOCX);
                } else if (name.startsWith("xl/")) {
                    kind = Optional.of(XLSX);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
        return kind;
    }

    private static Optional<FileKind> text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            boolean printable = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
            boolean markup = text.stripLeading().startsWith("<");
            return printable && !markup && !text.isBlank() ? Optional.of(TEXT) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
