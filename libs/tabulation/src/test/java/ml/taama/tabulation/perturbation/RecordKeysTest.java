package ml.taama.tabulation.perturbation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordKeysTest {

    /** The vector of appendix A of the paper: key 00…0f, input 00…0e. */
    @Test
    void isSipHash24AsPublished() {
        SipHash hash = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        byte[] input = new byte[15];
        for (int i = 0; i < input.length; i++) {
            input[i] = (byte) i;
        }
        assertThat(hash.hash(input, input.length)).isEqualTo(0xa129ca6149be45e5L);
        byte[] eight = new byte[8];
        System.arraycopy(input, 0, eight, 0, 8);
        assertThat(hash.hash(0x0706050403020100L)).isEqualTo(hash.hash(eight, 8));
    }

    @Test
    void dependsOnTheSecretAndOnTheUnitOnly() {
        RecordKeys keys = keys("one");
        assertThat(keys.of("p1"))
                .isEqualTo(keys("one").of("p1"))
                .isNotEqualTo(keys("two").of("p1"));
        assertThat(keys.of("p1")).isNotEqualTo(keys.of("p2"));
        assertThat(keys.toString()).isEqualTo("RecordKeys");
        assertThatThrownBy(() -> keys("")).hasMessageContaining("EMPTY_SECRET");
    }

    /** Chi-square over 256 keys: 255 degrees of freedom, mean 255, standard deviation 22.6; the seed is fixed. */
    @Test
    void areUniform() {
        RecordKeys keys = keys("uniform");
        int[] byUnit = new int[256];
        int[] byRow = new int[256];
        int units = 256 * 400;
        for (int i = 0; i < units; i++) {
            byUnit[(int) Long.remainderUnsigned(keys.of("person " + i), 256)]++;
            byRow[(int) Long.remainderUnsigned(keys.ofRow(i), 256)]++;
        }
        assertThat(chiSquare(byUnit, 400)).isBetween(165.0, 345.0);
        assertThat(chiSquare(byRow, 400)).isBetween(165.0, 345.0);
    }

    private static double chiSquare(int[] counts, double expected) {
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private static RecordKeys keys(String secret) {
        return new RecordKeys(secret.getBytes(StandardCharsets.UTF_8));
    }
}
