package io.mendian.bench.probe;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** As little HTTP as a control needs, over kept-alive connections: the same answer to everything, or what one handler makes of each body. */
public final class TinyServer implements AutoCloseable {

    private static final byte[] SAME = answer("200 OK", "{\"answer\":true}");
    private static final byte[] DONE = answer("201 Created", "{\"sold\":true}");
    private static final byte[] REFUSED = answer("409 Conflict", "{\"code\":\"NOT_ENOUGH_STOCK\"}");
    private static final byte[] BROKEN = answer("500 Internal Server Error", "{}");

    /** Answers whether it was done. */
    @FunctionalInterface
    public interface Handler {
        boolean handle(String body) throws Exception;
    }

    /** Goes on until the caller has gone. */
    @FunctionalInterface
    private interface Conversation {
        void with(InputStream in, OutputStream out) throws IOException;
    }

    private final ServerSocket listener;
    private final Conversation conversation;

    public TinyServer(Handler handler) throws IOException {
        this((in, out) -> handle(handler, in, out));
    }

    /** A backend with no delay, which reads no more of a request than where it ends. */
    public static TinyServer constant() throws IOException {
        return new TinyServer(TinyServer::saySame);
    }

    private TinyServer(Conversation conversation) throws IOException {
        this.conversation = conversation;
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
            conversation.with(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
        } catch (IOException e) {
            // the caller has gone
        }
    }

    private static void handle(Handler handler, InputStream in, OutputStream out) throws IOException {
        while (true) {
            String body = read(in);
            byte[] answer;
            try {
                answer = handler.handle(body) ? DONE : REFUSED;
            } catch (Exception e) {
                answer = BROKEN;
            }
            out.write(answer);
        }
    }

    private static void saySame(InputStream in, OutputStream out) throws IOException {
        while (readHead(in)) {
            out.write(SAME);
        }
    }

    /** Reads to the empty line, for requests without a body. */
    private static boolean readHead(InputStream in) throws IOException {
        int newlines = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                newlines++;
                if (newlines == 2) {
                    return true;
                }
            } else if (c != '\r') {
                newlines = 0;
            }
        }
        return false;
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
