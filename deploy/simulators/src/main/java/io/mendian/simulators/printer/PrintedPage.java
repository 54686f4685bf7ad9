package io.mendian.simulators.printer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * What a job put on paper.
 *
 * @param lines the printed lines
 * @param columns the columns each line took, letters of double size counted twice
 * @param qr the contents of the QR codes
 * @param cut whether the paper was cut
 * @param drawer whether the cash drawer was opened
 */
public record PrintedPage(List<String> lines, List<Integer> columns, List<String> qr, boolean cut, boolean drawer) {

    private static final Charset GBK = Charset.forName("GBK");

    static PrintedPage of(byte[] job) {
        return new Reader(job).page();
    }

    /** Reads the commands that receipts use; an unknown one is a mistake of the sender. */
    private static final class Reader {

        private final byte[] job;
        private final List<String> lines = new ArrayList<>();
        private final List<Integer> columns = new ArrayList<>();
        private final List<String> qr = new ArrayList<>();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private int at;
        private int width;
        private int scale = 1;
        private boolean cut;
        private boolean drawer;
        private String stored = "";

        Reader(byte[] job) {
            this.job = job;
        }

        PrintedPage page() {
            while (at < job.length) {
                int one = next();
                switch (one) {
                    case 0x1B -> esc(next());
                    case 0x1C -> fs(next());
                    case 0x1D -> gs(next());
                    case '\n' -> feed();
                    default -> {
                        line.write(one);
                        width += scale;
                    }
                }
            }
            return new PrintedPage(lines, columns, qr, cut, drawer);
        }

        private int next() {
            return job[at++] & 0xFF;
        }

        private void feed() {
            lines.add(line.toString(GBK));
            columns.add(width);
            line.reset();
            width = 0;
        }

        private void esc(int command) {
            switch (command) {
                case '@' -> scale = 1;
                case 'a', 'E', 'd' -> at++;
                case 'p' -> {
                    drawer = true;
                    at += 3;
                }
                default -> throw new IllegalArgumentException("ESC " + command);
            }
        }

        private void fs(int command) {
            switch (command) {
                case '&' -> {
                    // Chinese mode
                }
                case '!' -> at++;
                default -> throw new IllegalArgumentException("FS " + command);
            }
        }

        private void gs(int command) {
            switch (command) {
                case '!' -> scale = (next() >> 4) + 1;
                case 'V' -> {
                    cut = true;
                    at += next() == 66 ? 1 : 0;
                }
                case '(' -> code();
                default -> throw new IllegalArgumentException("GS " + command);
            }
        }

        /** GS ( k: store the data of a QR code, or print what is stored. */
        private void code() {
            at++;
            int length = next() + 256 * next();
            int function = job[at + 1] & 0xFF;
            if (function == 80) {
                stored = new String(job, at + 3, length - 3, java.nio.charset.StandardCharsets.UTF_8);
            } else if (function == 81) {
                qr.add(stored);
            }
            at += length;
        }
    }
}
