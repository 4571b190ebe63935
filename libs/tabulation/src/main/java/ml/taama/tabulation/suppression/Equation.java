package ml.taama.tabulation.suppression;

/**
 * A total and its parts, as cell numbers: the values of the parts add up to that of the total.
 */
@SuppressWarnings("ArrayRecordComponent") // Plain arrays for speed; never compared.
public record Equation(int total, int[] parts) {

    /** Copies the array. */
    public Equation {
        parts = parts.clone();
    }

    boolean has(int cell) {
        if (cell == total) {
            return true;
        }
        for (int part : parts) {
            if (part == cell) {
                return true;
            }
        }
        return false;
    }
}
