package io.mendian.bench.probe;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As little HTTP as a control needs: each request's body goes to one handler, over kept-alive connections. */
public final class TinyServer implements AutoCloseable {

    private static final byte[] DONE = answer("201 Created", "{\"sold\":true}");
    private static final byte[] REFUSED = answer("409 Conflict", "{\"code\":\"NOT_ENOUGH_STOCK\"}");
    private static final byte[] BROKEN = answer("500 Internal Server Error", "{}");

    /** Answers whether it was done. */
    @FunctionalInterface
    public interface Handler {
        boolean handle(String body) throws Exception;
    }

    private final ServerSocket listener;
    private final Handler handler;

    public TinyServer(Handler handler) throws IOException {
        this.handler = handler;
        this.listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread ignored = Thread.ofVirtual().name("tiny-server").start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                Thread ignored = Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (true) {
                String body = read(in);
                byte[] answer;
                try {
                    answer = handler.handle(body) ? DONE : REFUSED;
                } catch (Exception e) {
                    answer = BROKEN;
                }
                socket.getOutputStream().write(answer);
            }
        } catch (IOException e) {
            // the caller has gone
        }
    }

    private static String read(InputStream in) throws IOException {
        int length = 0;
        String ignored = line(in);
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private static byte[] answer(String status, String body) {
        return ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
