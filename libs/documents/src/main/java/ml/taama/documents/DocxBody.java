package ml.taama.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.taama.documents.charts.Chart;
import ml.taama.documents.charts.Chart.Width;
import ml.taama.documents.charts.Grid;
import ml.taama.documents.charts.Svg;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.main.CTBlip;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Cover, contents and blocks of one report as WordprocessingML. */
final class DocxBody {

    /** Width of the text in twentieths of a point, and in points. */
    private static final int TEXT_WIDTH = 9412;

    private static final double TEXT_POINTS = TEXT_WIDTH / 20.0;
    private static final int PIXELS = 2;
    private static final BigInteger BULLETS = BigInteger.ONE;
    private static final BigInteger NUMBERS = BigInteger.TWO;
    private static final String DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static final String SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
    private static final String SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final XWPFDocument document;
    private final Report report;
    private final DocxRuns runs;
    private final Map<String, Integer> tables = new HashMap<>();
    private int bookmarks = 1;
    private int pictures;

    DocxBody(XWPFDocument document, Report report) {
        this.document = document;
        this.report = report;
        this.runs = new DocxRuns(document, report.notes());
        for (Block block : report.blocks()) {
            if (block instanceof Block.Table table) {
                tables.put(table.id(), tables.size() + 1);
            }
        }
    }

    void write() {
        cover();
        contents();
        report.blocks().forEach(this::block);
    }

    private void cover() {
        Metadata meta = report.metadata();
        paragraph("CoverAuthor").createRun().setText(meta.author());
        paragraph("Title").createRun().setText(meta.title());
        paragraph("Subtitle").createRun().setText(meta.subtitle());
        paragraph("CoverEdition").createRun().setText(meta.dateInWords());
        paragraph("CoverEdition").createRun().setText(meta.edition());
    }

    private void contents() {
        XWPFParagraph title = paragraph("TOCHeading");
        title.setPageBreak(true);
        title.createRun().setText(report.words().contents());
        List<Block.Heading> headings =
                report.headings().stream().filter(h -> h.level() <= 3).toList();
        Map<String, Integer> pages = DocxPages.of(report);
        XWPFParagraph line = paragraph("TOC1");
        DocxFields.begin(line, "TOC \\o \"1-2\" \\h \\z \\u");
        for (int i = 0; i < headings.size(); i++) {
            Block.Heading heading = headings.get(i);
            if (i > 0) {
                line = document.createParagraph();
            }
            line.setStyle("TOC" + (heading.level() - 1));
            DocxFields.entry(
                    line, heading.plain(), DocxFields.bookmarkName(heading.id()), pages.getOrDefault(heading.id(), 1));
        }
        DocxFields.end(line);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> runs.write(paragraph("BodyText"), paragraph.text());
            case Block.Items items -> items(items);
            case Block.Table table -> table(table);
            case Block.Picture picture -> picture(picture);
            case Block.Remark ignored -> {}
        }
    }

    private XWPFParagraph paragraph(String style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        return paragraph;
    }

    private void heading(Block.Heading heading) {
        XWPFParagraph paragraph = paragraph("Heading" + (heading.level() - 1));
        int id = bookmarks++;
        DocxFields.bookmark(paragraph, id, DocxFields.bookmarkName(heading.id()));
        if (!heading.number().isEmpty()) {
            paragraph.createRun().setText(heading.number() + " ");
        }
        runs.write(paragraph, heading.text());
        DocxFields.endBookmark(paragraph, id);
    }

    private void items(Block.Items items) {
        BigInteger list = items.numbered() ? freshNumbers() : BULLETS;
        for (List<Inline> item : items.items()) {
            XWPFParagraph paragraph = paragraph(items.numbered() ? "ListNumber" : "ListBullet");
            paragraph.setNumID(list);
            runs.write(paragraph, item);
        }
    }

    /** Each numbered list starts at one again. */
    private BigInteger freshNumbers() {
        BigInteger id = document.getNumbering().addNum(NUMBERS);
        var override = document.getNumbering().getNum(id).getCTNum().addNewLvlOverride();
        override.setIlvl(BigInteger.ZERO);
        override.addNewStartOverride().setVal(BigInteger.ONE);
        return id;
    }

    private void table(Block.Table table) {
        caption(report.words().table(), "Table", tables.getOrDefault(table.id(), 0), table.caption(), table.id());
        XWPFTable grid = grid(table.columns().stream().map(Block.Column::label).toList(), shares(table.columns()));
        for (List<List<Inline>> row : table.rows()) {
            var cells = grid.createRow();
            for (int i = 0; i < row.size(); i++) {
                XWPFParagraph paragraph = cell(cells.getCell(i));
                if (table.columns().get(i).numeric()) {
                    paragraph.setAlignment(ParagraphAlignment.RIGHT);
                }
                runs.write(paragraph, row.get(i));
            }
        }
        paragraph("BodyText");
    }

    private static List<Integer> shares(List<Block.Column> columns) {
        return columns.stream().map(Block.Column::share).toList();
    }

    private XWPFTable grid(List<String> header, List<Integer> shares) {
        XWPFTable table = document.createTable(1, header.size());
        CTTblPr properties = table.getCTTbl().getTblPr();
        properties.addNewTblStyle().setVal("TaamaTable");
        properties.unsetTblBorders();
        properties.getTblW().setType(STTblWidth.DXA);
        properties.getTblW().setW(TEXT_WIDTH);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        var look = properties.addNewTblLook();
        look.setFirstRow(true);
        var columns = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        columns.setGridColArray(new org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol[0]);
        int whole = shares.stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < header.size(); i++) {
            columns.addNewGridCol().setW(BigInteger.valueOf((long) TEXT_WIDTH * shares.get(i) / whole));
            XWPFParagraph paragraph = cell(table.getRow(0).getCell(i));
            paragraph.createRun().setText(header.get(i));
        }
        table.getRow(0).setRepeatHeader(true);
        return table;
    }

    private static XWPFParagraph cell(XWPFTableCell cell) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle("TableText");
        return paragraph;
    }

    private void caption(String word, String sequence, int number, String text, String id) {
        XWPFParagraph paragraph = paragraph("Caption");
        paragraph.setKeepNext(sequence.equals("Table"));
        int bookmark = bookmarks++;
        DocxFields.bookmark(paragraph, bookmark, DocxFields.bookmarkName(id));
        paragraph.createRun().setText(word + " ");
        DocxFields.simple(paragraph, "SEQ " + sequence + " \\* ARABIC", String.valueOf(number));
        paragraph.createRun().setText(" — " + text);
        DocxFields.endBookmark(paragraph, bookmark);
    }

    private void picture(Block.Picture picture) {
        Chart chart = picture.chart();
        XWPFParagraph paragraph = paragraph("Picture");
        paragraph.setKeepNext(true);
        try {
            insert(paragraph, chart);
        } catch (InvalidFormatException e) {
            throw new IllegalStateException("The chart '" + chart.id() + "' cannot be inserted", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String where = picture.dataIn().isEmpty()
                ? ""
                : " (" + report.words().table() + " " + tables.get(picture.dataIn()) + ")";
        caption(report.words().figure(), "Figure", ++pictures, picture.caption() + where, "chart-" + chart.id());
        if (picture.dataIn().isEmpty()) {
            data(chart.table());
        }
    }

    /** The SVG for readers that draw it (Word 2016 and later, LibreOffice), with the PNG as what others show. */
    private void insert(XWPFParagraph paragraph, Chart chart) throws InvalidFormatException, IOException {
        Svg svg = chart.draw(Width.WIDE);
        int width = Units.toEMU(TEXT_POINTS);
        int height = Units.toEMU(TEXT_POINTS * svg.height() / svg.width());
        XWPFRun run = paragraph.createRun();
        XWPFPicture image = run.addPicture(
                new ByteArrayInputStream(Raster.png(chart, PIXELS)),
                PictureType.PNG,
                chart.id() + ".png",
                width,
                height);
        var properties = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        properties.setName(chart.id());
        properties.setTitle(chart.title());
        properties.setDescr(chart.description());
        String drawing = svg.file(chart.title(), chart.description());
        String part = document.addPictureData(drawing.getBytes(StandardCharsets.UTF_8), PictureType.SVG);
        vector(image.getCTPicture().getBlipFill().getBlip(), part);
    }

    private static void vector(CTBlip blip, String part) {
        try (XmlCursor cursor = blip.newCursor()) {
            cursor.toEndToken();
            cursor.beginElement("extLst", DRAWING);
            cursor.beginElement("ext", DRAWING);
            cursor.insertAttributeWithValue("uri", SVG_EXTENSION);
            cursor.beginElement(new javax.xml.namespace.QName(SVG, "svgBlip", "asvg"));
            cursor.insertAttributeWithValue(new javax.xml.namespace.QName(RELATIONSHIPS, "embed", "r"), part);
        }
    }

    private void data(Grid grid) {
        XWPFTable table = grid(grid.header(), grid.header().stream().map(h -> 1).toList());
        for (List<String> row : grid.rows()) {
            var cells = table.createRow();
            for (int i = 0; i < row.size(); i++) {
                cell(cells.getCell(i)).createRun().setText(row.get(i));
            }
        }
        paragraph("BodyText");
    }
}
