package io.mendian.order.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LayoutTest {

    private static final String ALPHABET = "abcXYZ 0129.,-()门店矿泉水（大）【】“”…×·¥é😀\t";

    static Receipt sample() {
        return new Receipt(
                Receipt.Kind.SALE,
                "静安小馆（南京西路店）",
                "JINGAN-261122-3K0Q8ZC1F7",
                null,
                "2026-11-22 12:34:56",
                "二号台",
                "4711",
                "不要香菜",
                "已支付",
                "CNY",
                List.of(
                        new Receipt.Line("宫保鸡丁", "份", 1, 4800, 4800, 4320, List.of(new Receipt.Discount("会员九折", 480))),
                        new Receipt.Line("一款名字长得一行放不下还要换到第二行去的招牌大菜", "份", 2, 12850, 25700, 25700, List.of()),
                        new Receipt.Line("红富士苹果", "456克", 1, 363, 363, 363, List.of())),
                new Receipt.Totals(30863, 480, List.of(new Receipt.Fee("打包费", 100)), -3, 30480, 0, 0),
                List.of(new Receipt.Tender("余额", 10480, null, null), new Receipt.Tender("现金", 20000, 20500L, 500L)),
                new Receipt.Points(120, 120, 0),
                0,
                "JINGAN-261122-3K0Q8ZC1F7",
                "");
    }

    @Test
    void everyLineFitsThePaper() {
        for (Paper paper : Paper.values()) {
            for (String line : Layout.text(sample(), paper).split("\n")) {
                assertThat(Columns.of(line)).as(line).isLessThanOrEqualTo(paper.columns());
            }
        }
        assertThat(Layout.text(sample(), Paper.MM58))
                .contains(
                        "  48.00 x 1 份             48.00",
                        "    会员九折               -4.80",
                        "应付                      304.80");
        assertThat(Layout.text(sample(), Paper.MM58)).contains("3.63 x 1 (456克)");
        assertThat(Layout.text(sample().asCopy(2), Paper.MM58)).contains("补打第 2 次");
    }

    @Test
    void anyTextIsWrappedWithoutLosingOrCuttingALetter() {
        SplittableRandom random = new SplittableRandom(58);
        int[] letters = ALPHABET.codePoints().toArray();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(80); n > 0; n--) {
                text.appendCodePoint(letters[random.nextInt(letters.length)]);
            }
            int width = 4 + random.nextInt(48);
            List<String> lines = Columns.wrap(text.toString(), width);
            assertThat(String.join("", lines)).isEqualTo(Columns.printable(text.toString()));
            for (String line : lines) {
                if (Columns.of(line) > width) {
                    throw new AssertionError(line + " is wider than " + width);
                }
            }
            String right = Long.toString(random.nextLong(1_000_000));
            List<String> ends = Columns.ends(text.toString(), right, 32);
            assertThat(ends.getLast()).endsWith(right);
            assertThat(ends).allMatch(line -> Columns.of(line) <= 32);
        }
    }

    @Test
    void aPageHoldsNothingThatATextPutThere() {
        Receipt evil = new Receipt(
                Receipt.Kind.SALE,
                "<script>alert(1)</script>",
                "\"><img src=x>",
                null,
                "t",
                null,
                null,
                "a&b",
                "s",
                "CNY",
                List.of(),
                new Receipt.Totals(0, 0, List.of(), 0, 0, 0, 0),
                List.of(),
                new Receipt.Points(0, 0, 0),
                0,
                "q\"'<>",
                "");
        String page = Html.of(evil, Paper.MM58);
        assertThat(page).doesNotContain("<script>", "<img").contains("&lt;script&gt;", "a&amp;b");
    }

    @Test
    void noControlCodeOfATextReachesThePrinter() {
        byte[] bytes = Columns.bytes("a\u001b@b\u001dV\u0010\n门");
        for (byte one : bytes) {
            assertThat(one & 0xFF).isGreaterThanOrEqualTo(0x20);
        }
    }

    @Test
    void thePictureIsAsWideAsThePaper() throws IOException {
        Path folder = Path.of("target/receipts");
        Files.createDirectories(folder);
        for (Paper paper : Paper.values()) {
            var png = Png.of(sample(), paper);
            if (png.isEmpty()) {
                continue; // a machine without a Chinese font says so instead of drawing boxes
            }
            var image = ImageIO.read(new ByteArrayInputStream(png.get()));
            assertThat(image.getWidth()).isEqualTo(paper.dots() + 32);
            Files.write(folder.resolve(paper + ".png"), png.get());
            Files.writeString(folder.resolve(paper + ".html"), Html.of(sample(), paper));
        }
    }
}
