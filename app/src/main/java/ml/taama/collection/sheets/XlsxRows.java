package ml.taama.collection.sheets;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import ml.taama.collection.sheets.SheetFault.Reason;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** XLSX as a stream of rows: the sheet is never built in memory, and archives that unpack to far more than they are, refused. */
final class XlsxRows {

    private static final long LARGEST_ENTRY = 200L << 20;
    private static final long MOST_ENTRIES = 2_000;

    static {
        ZipSecureFile.setMaxEntrySize(LARGEST_ENTRY);
        ZipSecureFile.setMaxFileCount(MOST_ENTRIES);
    }

    private XlsxRows() {}

    static List<SheetRow> read(byte[] content, int most) throws SheetFault {
        List<SheetRow> rows = new ArrayList<>();
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            XSSFReader reader = new XSSFReader(file);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(new XSSFSheetXMLHandler(
                            reader.getStylesTable(),
                            strings,
                            new XlsxRow(sheets.getSheetName(), rows, most),
                            new PlainFormat(),
                            false));
                    parser.parse(new InputSource(sheet));
                }
            }
        } catch (XlsxRow.Full e) {
            throw new SheetFault(Reason.TOO_MANY_ROWS, e);
        } catch (IOException | OpenXML4JException | SAXException | ParserConfigurationException | RuntimeException e) {
            // A damaged file makes the library throw what it likes; to who sent it, all of it means the same.
            throw new SheetFault(Reason.UNREADABLE, e);
        }
        return rows;
    }
}
