package ml.taama.collection.sheets;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers as they are kept, not as they are shown: no grouping, no rounding; dates as ISO 8601. */
final class PlainFormat extends DataFormatter {

    @Override
    public String formatRawCellContents(double value, int index, String format, boolean use1904) {
        if (DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)) {
            LocalDateTime moment = DateUtil.getLocalDateTime(value, use1904);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.toString();
        }
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        // Fifteen digits are what a spreadsheet keeps; the rest is noise of binary fractions.
        return new BigDecimal(value)
                .round(new java.math.MathContext(15))
                .stripTrailingZeros()
                .toPlainString();
    }

    @Override
    public String formatRawCellContents(double value, int index, String format) {
        return formatRawCellContents(value, index, format, false);
    }
}
