package io.mendian.order.receipt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A receipt in the language of receipt printers (ESC/POS as Epson documents it and Chinese makers follow it), text in GBK:
 * initialise, Chinese mode, lines, QR code by the printer itself, feed, cut. Bytes below 0x20 never come from a text.
 */
final class EscPos {

    private static final int ESC = 0x1B;
    private static final int FS = 0x1C;
    private static final int GS = 0x1D;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private EscPos() {}

    /** {@code drawer}: kick the cash drawer open first. */
    static byte[] of(Receipt receipt, Paper paper, boolean drawer) {
        EscPos job = new EscPos();
        job.bytes(ESC, '@');
        job.bytes(FS, '&');
        if (drawer) {
            job.bytes(ESC, 'p', 0, 25, 250);
        }
        List<Layout.Row> rows = Layout.of(receipt, paper);
        for (Layout.Row row : rows) {
            switch (row) {
                case Layout.Text text -> job.text(text);
                case Layout.Rule rule -> job.plain("-".repeat(paper.columns()));
                case Layout.Qr qr -> job.qr(qr.content());
            }
        }
        job.bytes(ESC, 'd', 4);
        job.bytes(GS, 'V', 66, 0);
        return job.out.toByteArray();
    }

    private void text(Layout.Text line) {
        align(line.centred());
        bytes(ESC, 'E', line.bold() ? 1 : 0);
        size(line.big());
        plain(line.text());
        size(false);
        bytes(ESC, 'E', 0);
        align(false);
    }

    private void plain(String text) {
        out.writeBytes(Columns.bytes(text));
        out.write('\n');
    }

    private void align(boolean centred) {
        bytes(ESC, 'a', centred ? 1 : 0);
    }

    /** Twice as wide and high, for letters of one byte (GS !) and of two (FS !, bits 2 and 3). */
    private void size(boolean big) {
        bytes(GS, '!', big ? 0x11 : 0);
        bytes(FS, '!', big ? 0x0C : 0);
    }

    /** Model 2, six dots a module, error correction M. */
    private void qr(String content) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        align(true);
        bytes(GS, '(', 'k', 4, 0, 49, 65, 50, 0);
        bytes(GS, '(', 'k', 3, 0, 49, 67, 6);
        bytes(GS, '(', 'k', 3, 0, 49, 69, 49);
        int length = data.length + 3;
        bytes(GS, '(', 'k', length & 0xFF, length >> 8, 49, 80, 48);
        out.writeBytes(data);
        bytes(GS, '(', 'k', 3, 0, 49, 81, 48);
        out.write('\n');
        align(false);
    }

    private void bytes(int... values) {
        for (int value : values) {
            out.write(value);
        }
    }
}
