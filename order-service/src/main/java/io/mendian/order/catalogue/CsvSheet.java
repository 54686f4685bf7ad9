package io.mendian.order.catalogue;

import io.mendian.order.catalogue.SheetRow.SheetCell;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads comma, semicolon or tab separated text (RFC 4180 quoting) in the encodings that spreadsheets in China write. */
final class CsvSheet {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final String text;
    private final char separator;
    private final List<SheetRow> rows = new ArrayList<>();
    private List<SheetCell> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int number = 1;

    private CsvSheet(String text) {
        this.text = text;
        this.separator = separatorOf(text);
    }

    private record Decoded(String text, String encoding) {}

    static Sheet read(byte[] file) {
        Decoded decoded = decode(file);
        if (decoded.text.indexOf('\0') >= 0) {
            throw Sheet.unreadable("不是文本表格，请上传 CSV 或 XLSX", "this is no text table; send CSV or XLSX");
        }
        CsvSheet csv = new CsvSheet(decoded.text);
        csv.parse();
        return new Sheet("CSV " + decoded.encoding, csv.rows);
    }

    private static Decoded decode(byte[] file) {
        if (file.length >= 2 && (file[0] & 0xff) == 0xFF && (file[1] & 0xff) == 0xFE) {
            return strict(file, 2, StandardCharsets.UTF_16LE);
        }
        if (file.length >= 2 && (file[0] & 0xff) == 0xFE && (file[1] & 0xff) == 0xFF) {
            return strict(file, 2, StandardCharsets.UTF_16BE);
        }
        boolean marked =
                file.length >= 3 && (file[0] & 0xff) == 0xEF && (file[1] & 0xff) == 0xBB && (file[2] & 0xff) == 0xBF;
        try {
            return decoded(file, marked ? 3 : 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return strict(file, 0, GB18030);
        }
    }

    private static Decoded strict(byte[] file, int from, Charset charset) {
        try {
            return decoded(file, from, charset);
        } catch (CharacterCodingException e) {
            throw Sheet.unreadable(
                    "文字编码既不是 UTF-8 也不是 GB18030，请另存为“CSV UTF-8”",
                    "the text is neither UTF-8 nor GB18030; save it as 'CSV UTF-8'");
        }
    }

    private static Decoded decoded(byte[] file, int from, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(file, from, file.length - from))
                .toString();
        return new Decoded(text, charset.name());
    }

    private static char separatorOf(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String header, char wanted) {
        return header.chars().filter(c -> c == wanted).count();
    }

    private void parse() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n' || c == '\r') {
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                endRow();
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw Sheet.unreadable(
                    "第 " + number + " 行的引号没有闭合", "a quotation mark opened in row " + number + " is never closed");
        }
        if (!cell.isEmpty() || !cells.isEmpty()) {
            endRow();
        }
    }

    private void endCell() {
        String value = Sheet.checkCell(number, cell.toString()).strip();
        cell.setLength(0);
        if (cells.size() >= Sheet.MOST_COLUMNS) {
            throw Sheet.unreadable("第 " + number + " 行列数过多", "row " + number + " has too many columns");
        }
        cells.add(new SheetCell(value, looksComputed(value)));
    }

    private void endRow() {
        endCell();
        SheetRow row = new SheetRow(number++, cells);
        cells = new ArrayList<>();
        if (!row.isEmpty()) {
            rows.add(row);
            Sheet.checkRows(rows.size());
        }
    }

    /** What a spreadsheet would run as a formula when it opens the text. */
    static boolean looksComputed(String value) {
        return value.matches("(?s)[=@].*|[+-][^\\d.].*");
    }
}
