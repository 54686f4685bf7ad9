package io.mendian.simulators.wechat;

import io.mendian.simulators.world.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import tools.jackson.databind.JsonNode;

/**
 * Draws a picture in place of a mini-program code: the dots follow from the scene's digest, and the scene and the page
 * are readable in the PNG's text chunks {@code scene} and {@code page}.
 */
final class MiniProgramCode {

    private static final Pattern SCENE = Pattern.compile("[0-9A-Za-z!#$&'()*+,/:;=?@\\-._~]+");
    private static final int CELLS = 16;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private MiniProgramCode() {}

    /** Refuses what WeChat refuses: a scene of 0 or more than 32 characters or of others, a page with a slash or a query. */
    static byte[] draw(JsonNode body) {
        String scene = body.path("scene").asString("");
        String page = body.path("page").asString("");
        int width = body.path("width").asInt(430);
        if (scene.isEmpty() || scene.length() > 32) {
            throw new WeChatRefusal(40169, "invalid length for scene, or the data is not json string");
        }
        if (!SCENE.matcher(scene).matches()) {
            throw new WeChatRefusal(40129, "invalid scene");
        }
        if (page.startsWith("/") || page.contains("?")) {
            throw new WeChatRefusal(41030, "invalid page");
        }
        if (width < 280 || width > 1_280) {
            throw new WeChatRefusal(40097, "invalid args");
        }
        return png(scene, page, width);
    }

    private static byte[] png(String scene, String page, int width) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        // 8-bit grey, no interlace
        chunk(
                out,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(width)
                        .put((byte) 8)
                        .array());
        chunk(out, "tEXt", ("scene\0" + scene).getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "tEXt", ("page\0" + page).getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "IDAT", deflated(pixels(scene + " " + page, width)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] pixels(String text, int width) {
        String digest = Json.sha256(text.getBytes(StandardCharsets.UTF_8));
        byte[] rows = new byte[width * (width + 1)];
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < width; x++) {
                int cell = (y * CELLS / width) * CELLS + x * CELLS / width;
                int bits = Character.digit(digest.charAt(cell / 4), 16);
                boolean dark = (bits >> (cell % 4) & 1) == 1;
                rows[y * (width + 1) + 1 + x] = (byte) (dark ? 0x20 : 0xFF);
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater();
        deflater.setInput(rows);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
