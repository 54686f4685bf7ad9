package io.mendian.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** A service of a few lines: knows one token, keeps the headers of what it was asked, and has one route that waits. */
final class StubService implements AutoCloseable {

    final List<Map<String, List<String>>> asked = new CopyOnWriteArrayList<>();
    /** Requests to {@code /app/v1/slow} that have come; each waits for a permit of the gate. */
    final Semaphore begun = new Semaphore(0);

    final Semaphore gate = new Semaphore(0);
    volatile String knownToken = "good-token";
    volatile String identity = "";
    // the server's own thread must never wait for a client: closing the server waits for it
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    StubService() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/internal/v1/tokens/introspect", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean known = body.contains("\"" + knownToken + "\"");
            answer(exchange, known ? 200 : 401, known ? identity : "{}");
        });
        server.createContext("/app/v1/slow", exchange -> {
            begun.release();
            gate.acquireUninterruptibly();
            answer(exchange, 200, "{}");
        });
        server.createContext("/", exchange -> {
            asked.add(Map.copyOf(exchange.getRequestHeaders()));
            answer(exchange, 200, "{\"ok\":true}");
        });
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
