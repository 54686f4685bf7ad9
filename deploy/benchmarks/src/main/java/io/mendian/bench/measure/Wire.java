package io.mendian.bench.measure;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * HTTP/1.1 over one kept-alive connection, with next to no work of its own, so that the caller does not take the processor
 * from what is measured. One caller at a time.
 */
public final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 720_000;

    private final int port;
    private final String headers;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /** {@code token} may be empty. */
    public Wire(int port, String token) {
        this.port = port;
        this.headers =
                "Host: 127.0.0.1:" + port + "\r\n" + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n");
    }

    public record Answer(int status, String body) {}

    public Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + headers + "\r\n");
    }

    public Answer post(String path, String json, String idempotencyKey) throws IOException {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return send("POST " + path + " HTTP/1.1\r\n" + headers + "Content-Type: application/json\r\nIdempotency-Key: "
                + idempotencyKey + "\r\nContent-Length: " + length + "\r\n\r\n" + json);
    }

    private Answer send(String request) throws IOException {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        boolean fresh = !socket.isConnected() || socket.isClosed();
        if (fresh) {
            connect();
        }
        try {
            return exchange(bytes);
        } catch (IOException e) {
            close();
            if (fresh) {
                throw e;
            }
            // an idle connection that the other side has closed meanwhile
            connect();
            return exchange(bytes);
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String status = line();
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            last |= lower.startsWith("connection:") && lower.contains("close");
        }
        byte[] body = chunked ? chunks() : in.readNBytes(Math.max(0, length));
        if (last) {
            close();
        }
        return new Answer(Integer.parseInt(status.substring(9, 12)), new String(body, StandardCharsets.UTF_8));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line().strip(), 16); size > 0; size = Integer.parseInt(line().strip(), 16)) {
            all.write(in.readNBytes(size));
            String ignored = line();
        }
        String ignored = line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 8192);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // it is of no more use either way
        }
    }
}
