package ml.taama.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ml.taama.platform.problem.PlatformProblem;
import ml.taama.platform.problem.Problem;
import ml.taama.tabulation.QueryBudget;
import ml.taama.tabulation.Unprotected;
import ml.taama.tabulation.schema.Fault;
import ml.taama.tabulation.schema.FaultsException;

/**
 * The file of one user's query budget. It is locked while it is read and written, so that two commands at once do not ask
 * for the same remainder, and written before the table is, so that nothing is shown that was not counted.
 */
final class TabulateBudget {

    private TabulateBudget() {}

    /** Admits a table, or says why not; what is left is in the file. */
    static QueryBudget admit(Path file, Path data, Unprotected counts) {
        String release = digest(data);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            // Until the channel is closed.
            channel.lock();
            QueryBudget budget = QueryBudget.parse(read(channel), file.toString());
            if (!budget.data().isEmpty() && !budget.data().equals(release)) {
                throw FaultsException.of(Fault.Code.OTHER_DATA, file.toString(), data);
            }
            QueryBudget after = budget.of(release).admit(counts);
            write(channel, after.text());
            return after;
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_WRITTEN, file).causedBy(e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        int got = 0;
        while (got >= 0 && bytes.hasRemaining()) {
            got = channel.read(bytes);
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        channel.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(bytes.limit());
        channel.force(true);
    }

    /** Tells one release from another whatever its file is called. */
    private static String digest(Path data) {
        try (InputStream in = Files.newInputStream(data);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            throw Problem.of(PlatformProblem.FILE_NOT_FOUND, data).causedBy(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
