package io.mendian.order.receipt;

import com.google.zxing.common.BitMatrix;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as a picture of the paper, dot for dot: every letter stands in its columns, so that a proportional font lines
 * up too. The font is one of this machine that knows Chinese; without one there is no picture, only a clear refusal.
 */
final class Png {

    private static final int COLUMN = 12;
    private static final int LINE = 30;
    private static final int MODULE = 6;
    private static final int MARGIN = 16;
    private static final String SAMPLE = "门店现金微信支付余额找零应付优惠";
    private static final List<String> PREFERRED = List.of(
            "Noto Sans Mono CJK SC",
            "Sarasa Mono SC",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "WenQuanYi Zen Hei",
            "WenQuanYi Micro Hei",
            "Microsoft YaHei",
            "PingFang SC");

    private Png() {}

    private static final class Fonts {
        static final @Nullable Font CHINESE = find();

        private static @Nullable Font find() {
            System.setProperty("java.awt.headless", "true");
            List<String> there =
                    List.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
            return Stream.concat(PREFERRED.stream().filter(there::contains), there.stream())
                    .map(name -> new Font(name, Font.PLAIN, 22))
                    .filter(font -> font.canDisplayUpTo(SAMPLE) < 0)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The picture, or nothing where this machine has no font for Chinese. */
    static Optional<byte[]> of(Receipt receipt, Paper paper) {
        Font font = Fonts.CHINESE;
        if (font == null) {
            return Optional.empty();
        }
        List<Layout.Row> rows = Layout.of(receipt, paper);
        int height = 2 * MARGIN + rows.stream().mapToInt(Png::height).sum();
        BufferedImage image = new BufferedImage(paper.dots() + 2 * MARGIN, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), height);
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int y = MARGIN;
        for (Layout.Row row : rows) {
            draw(pen, row, paper, font, y);
            y += height(row);
        }
        pen.dispose();
        return Optional.of(encoded(image));
    }

    private static int height(Layout.Row row) {
        return switch (row) {
            case Layout.Text text -> text.big() ? 2 * LINE : LINE;
            case Layout.Rule rule -> LINE / 2;
            case Layout.Qr qr -> QrCode.of(qr.content()).getHeight() * MODULE;
        };
    }

    private static void draw(Graphics2D pen, Layout.Row row, Paper paper, Font font, int y) {
        switch (row) {
            case Layout.Text text -> text(pen, text, paper, font, y);
            case Layout.Rule rule -> {
                for (int x = 0; x < paper.dots(); x += 8) {
                    pen.fillRect(MARGIN + x, y + LINE / 4, 5, 1);
                }
            }
            case Layout.Qr qr -> qr(pen, QrCode.of(qr.content()), paper, y);
        }
    }

    private static void text(Graphics2D pen, Layout.Text line, Paper paper, Font font, int y) {
        int scale = line.big() ? 2 : 1;
        pen.setFont(font.deriveFont(line.bold() ? Font.BOLD : Font.PLAIN, 22f * scale));
        FontMetrics metrics = pen.getFontMetrics();
        int base = y + (LINE * scale + metrics.getAscent() - metrics.getDescent()) / 2;
        int x = MARGIN;
        if (line.centred()) {
            x += Math.max(0, (paper.dots() - Columns.of(line.text()) * COLUMN * scale) / 2);
        }
        for (int letter : line.text().codePoints().toArray()) {
            String one = Character.toString(letter);
            int cell = Columns.of(letter) * COLUMN * scale;
            pen.drawString(one, x + (cell - metrics.stringWidth(one)) / 2, base);
            x += cell;
        }
    }

    private static void qr(Graphics2D pen, BitMatrix code, Paper paper, int y) {
        int left = MARGIN + (paper.dots() - code.getWidth() * MODULE) / 2;
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    pen.fillRect(left + column * MODULE, y + row * MODULE, MODULE, MODULE);
                }
            }
        }
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
