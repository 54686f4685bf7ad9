package io.mendian.order.catalogue;

import io.mendian.order.catalogue.SheetRow.SheetCell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Reads the first sheet of an XLSX workbook; a file that unpacks to far more than it weighs is refused before. */
final class XlsxSheet {

    private static final long MOST_UNPACKED = 200L << 20;
    private static final long HARMLESS = 20L << 20;
    private static final int MOST_RATIO = 100;
    private static final int MOST_PARTS = 1000;

    /** A spreadsheet keeps 15 significant digits; 19.9 may stand in the file as 19.899999999999999. */
    private static final MathContext PRECISION = new MathContext(15);

    private XlsxSheet() {}

    static Sheet read(byte[] file) {
        checkUnpacked(file);
        List<SheetRow> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> stream = workbook.getFirstSheet().openStream()) {
            stream.forEach(row -> {
                SheetRow read = row(row);
                if (!read.isEmpty()) {
                    rows.add(read);
                    Sheet.checkRows(rows.size());
                }
            });
        } catch (io.mendian.runtime.problem.ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the reader throws a dozen kinds of exceptions at a damaged file; all mean the same to the user
            throw Sheet.unreadable("XLSX 文件已损坏，请重新保存后再上传", "the XLSX file is damaged; save it again and retry");
        }
        return new Sheet("XLSX", rows);
    }

    private static void checkUnpacked(byte[] file) {
        long unpacked = 0;
        int parts = 0;
        byte[] buffer = new byte[64 << 10];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                unpacked += unpack(zip, buffer, unpacked, file.length);
                if (++parts > MOST_PARTS) {
                    throw tooLarge();
                }
            }
        } catch (IOException e) {
            throw Sheet.unreadable("XLSX 文件已损坏，请重新保存后再上传", "the XLSX file is damaged; save it again and retry");
        }
    }

    private static long unpack(InputStream zip, byte[] buffer, long before, long packed) throws IOException {
        long size = 0;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            size += read;
            long total = before + size;
            if (total > MOST_UNPACKED || (total > HARMLESS && total > packed * MOST_RATIO)) {
                throw tooLarge();
            }
        }
        return size;
    }

    private static RuntimeException tooLarge() {
        return SkuProblem.IMPORT_TOO_LARGE.with(
                "reason", SkuFault.text("解压后过大，请拆分后再导入", "it unpacks to far too much; split the file"));
    }

    private static SheetRow row(Row row) {
        List<SheetCell> cells = new ArrayList<>();
        if (row.getCellCount() > Sheet.MOST_COLUMNS) {
            throw Sheet.unreadable(
                    "第 " + row.getRowNum() + " 行列数过多", "row " + row.getRowNum() + " has too many columns");
        }
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(cell(row.getRowNum(), row.getCell(i)));
        }
        return new SheetRow(row.getRowNum(), cells);
    }

    private static SheetCell cell(int row, @Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return SheetCell.EMPTY;
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new SheetCell("=" + Sheet.checkCell(row, String.valueOf(cell.getFormula())), true);
        }
        if (cell.getType() == CellType.NUMBER) {
            BigDecimal number = cell.asNumber().round(PRECISION).stripTrailingZeros();
            // a hostile exponent would print as millions of zeros
            boolean sane = Math.abs((long) number.precision() - number.scale()) < 40 && number.scale() < 40;
            return new SheetCell(sane ? number.toPlainString() : number.toString(), false);
        }
        String text = Sheet.checkCell(row, String.valueOf(cell.getText())).strip();
        return new SheetCell(text, CsvSheet.looksComputed(text));
    }
}
