package io.mendian.order.receipt;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/** Text on a printer that knows GBK: a letter takes as many columns as it has bytes, one or two. */
final class Columns {

    static final Charset GBK = Charset.forName("GBK");

    private Columns() {}

    /** The text as the printer can print it: letters it does not know become a question mark, control codes go. */
    static String printable(String text) {
        CharsetEncoder encoder = GBK.newEncoder();
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(letter -> {
            if (Character.isISOControl(letter)) {
                clean.append(' ');
            } else if (letter == '¥') {
                clean.append('￥');
            } else {
                String one = Character.toString(letter);
                clean.append(encoder.canEncode(one) ? one : "?");
            }
        });
        return clean.toString();
    }

    static byte[] bytes(String text) {
        try {
            var buffer = GBK.newEncoder()
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .encode(java.nio.CharBuffer.wrap(printable(text)));
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }

    static int of(String text) {
        return bytes(text).length;
    }

    static int of(int letter) {
        return of(Character.toString(letter));
    }

    /** The text in lines that fit; a letter is never cut in two. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (int letter : printable(text).codePoints().toArray()) {
            int columns = of(letter);
            if (used + columns > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.appendCodePoint(letter);
            used += columns;
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** {@code left} and {@code right} at the two ends of as many lines as they need. */
    static List<String> ends(String left, String right, int width) {
        String tail = printable(right);
        int room = width - of(tail) - (tail.isEmpty() ? 0 : 1);
        if (room < 4) {
            List<String> lines = new ArrayList<>(wrap(left, width));
            lines.addAll(wrap(tail, width));
            return lines;
        }
        List<String> lines = new ArrayList<>(wrap(left, room));
        if (!tail.isEmpty()) {
            String last = lines.removeLast();
            lines.add(last + " ".repeat(width - of(last) - of(tail)) + tail);
        }
        return lines;
    }
}
