package io.mendian.gateway.identity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The few commands of Redis that the gateway uses; tells every connection of a change, and can go silent. */
final class FakeRedis implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Map<String, String> entries = new ConcurrentHashMap<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final AtomicInteger gets = new AtomicInteger();
    private volatile boolean silent;

    FakeRedis() throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket client = server.accept();
                    clients.add(client);
                    Thread.ofVirtual().start(() -> serve(client));
                }
            } catch (IOException closed) {
                // the end of the test
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    int gets() {
        return gets.get();
    }

    void silent(boolean on) {
        silent = on;
    }

    void change(String key, String text) {
        entries.put(key, text);
        clients.forEach(client -> {
            if (!client.isClosed()) {
                send(client, ">2\r\n" + bulk("invalidate") + "*1\r\n" + bulk(key));
            }
        });
    }

    private void serve(Socket client) {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream());
            for (List<String> command = read(in); !command.isEmpty(); command = read(in)) {
                if (!silent) {
                    send(client, answer(command));
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            // the client went, or the test is over
        }
    }

    private String answer(List<String> command) {
        return switch (command.getFirst().toUpperCase(Locale.ROOT)) {
            case "HELLO" ->
                "%3\r\n" + bulk("proto") + ":3\r\n" + bulk("version") + bulk("7.0.0") + bulk("role") + bulk("master");
            case "PING" -> "+PONG\r\n";
            case "GET" -> {
                gets.incrementAndGet();
                String text = entries.get(command.get(1));
                yield text == null ? "_\r\n" : bulk(text);
            }
            case "SET" -> entries.putIfAbsent(command.get(1), command.get(2)) == null ? "+OK\r\n" : "_\r\n";
            default -> "+OK\r\n";
        };
    }

    private static String bulk(String text) {
        return "$" + text.length() + "\r\n" + text + "\r\n";
    }

    private static void send(Socket client, String text) {
        synchronized (client) {
            try {
                OutputStream out = client.getOutputStream();
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<String> read(InputStream in) throws IOException {
        List<String> words = new ArrayList<>();
        String head = line(in);
        for (int i = head.isEmpty() ? 0 : Integer.parseInt(head.substring(1)); i > 0; i--) {
            int length = Integer.parseInt(line(in).substring(1));
            words.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
            line(in);
        }
        return words;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }
}
