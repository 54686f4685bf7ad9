package io.mendian.order.receipt;

import com.google.zxing.common.BitMatrix;
import java.util.List;

/** A receipt as one HTML page without scripts or anything from elsewhere; the QR code is drawn into it. */
final class Html {

    private static final String HEAD = """
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s</title>
            <style>
            body{font:14px/1.5 "PingFang SC","Noto Sans CJK SC","Microsoft YaHei",monospace;max-width:%dch;margin:1em auto;color:#000;background:#fff}
            pre{font:inherit;font-family:"Sarasa Mono SC","Noto Sans Mono CJK SC",monospace;margin:0;white-space:pre-wrap}
            .c{text-align:center}.b{font-weight:700}.g{font-size:200%%;line-height:1.3}
            hr{border:0;border-top:1px dashed #000;margin:.5em 0}svg{width:10em;height:10em}
            </style></head><body>
            """;

    private Html() {}

    static String of(Receipt receipt, Paper paper) {
        StringBuilder page = new StringBuilder(HEAD.formatted(escaped(receipt.orderNo()), paper.columns() + 4));
        List<Layout.Row> rows = Layout.of(receipt, paper);
        for (Layout.Row row : rows) {
            switch (row) {
                case Layout.Text text ->
                    page.append("<pre class=\"")
                            .append(text.centred() ? "c " : "")
                            .append(text.bold() ? "b " : "")
                            .append(text.big() ? "g" : "")
                            .append("\">")
                            .append(escaped(text.text()))
                            .append("</pre>\n");
                case Layout.Rule rule -> page.append("<hr>\n");
                case Layout.Qr qr ->
                    page.append("<p class=\"c\">").append(svg(qr)).append("</p>\n");
            }
        }
        return page.append("</body></html>\n").toString();
    }

    private static String svg(Layout.Qr qr) {
        BitMatrix code = QrCode.of(qr.content());
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg role=\"img\" aria-label=\"" + escaped(qr.content()) + "\" viewBox=\"0 0 " + code.getWidth() + " "
                + code.getHeight() + "\" shape-rendering=\"crispEdges\"><path d=\"" + path + "\"/></svg>";
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
