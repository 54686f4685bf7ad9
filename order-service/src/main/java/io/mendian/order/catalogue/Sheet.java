package io.mendian.order.catalogue;

import java.util.List;

/** An uploaded table: its rows without the empty ones, and how it was written. The first row is the header. */
record Sheet(String format, List<SheetRow> rows) {

    static final int MOST_ROWS = 50_000;
    static final int MOST_COLUMNS = 100;
    static final int LONGEST_CELL = 2000;

    /** Reads CSV (UTF-8, UTF-16 with its mark, GB18030) or XLSX, whichever the bytes are. */
    static Sheet read(byte[] file) {
        if (file.length == 0) {
            throw unreadable("文件是空的", "the file is empty");
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw unreadable("旧版 .xls 文件，请另存为 .xlsx 或 CSV", "this is an old .xls file; save it as .xlsx or CSV");
        }
        Sheet sheet = startsWith(file, 'P', 'K') ? XlsxSheet.read(file) : CsvSheet.read(file);
        if (sheet.rows().isEmpty()) {
            throw unreadable("表中没有内容", "the table is empty");
        }
        return sheet;
    }

    static void checkRows(int rows) {
        if (rows > MOST_ROWS + 1) {
            throw SkuProblem.IMPORT_TOO_LARGE.with(
                    "reason",
                    SkuFault.text("最多 " + MOST_ROWS + " 行，请拆分后再导入", "at most " + MOST_ROWS + " rows; split the file"));
        }
    }

    static String checkCell(int row, String text) {
        if (text.length() > LONGEST_CELL) {
            throw unreadable(
                    "第 " + row + " 行有过长的单元格",
                    "row " + row + " has a cell of more than " + LONGEST_CELL + " characters");
        }
        return text;
    }

    static RuntimeException unreadable(String zh, String en) {
        return SkuProblem.IMPORT_FILE_UNREADABLE.with("reason", SkuFault.text(zh, en));
    }

    private static boolean startsWith(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (file.length <= i || (file[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
