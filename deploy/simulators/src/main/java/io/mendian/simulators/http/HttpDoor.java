package io.mendian.simulators.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mendian.simulators.world.Faults;
import io.mendian.simulators.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server on virtual threads. Faults strike the providers' paths, never the control interface. */
public final class HttpDoor implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpDoor.class.getName());
    private static final long SLOW_MILLIS = 3_000;
    private static final long LONGEST_HANG_MILLIS = 120_000;

    static {
        // without this every small answer waits for the client's delayed acknowledgement, 40 ms
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Routes routes;
    private final World world;

    public HttpDoor(String address, int port, Routes routes, World world) {
        this.routes = routes;
        this.world = world;
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 1_024);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on " + address + ":" + port, e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(exchange);
            boolean provider =
                    !request.path().startsWith("/_sim") && !request.path().startsWith("/actuator");
            if (!provider) {
                send(exchange, dispatch(request));
                return;
            }
            Faults faults = world.faults();
            struck(exchange, request, world.switches().strike(request.path()), faults);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void struck(HttpExchange exchange, Request request, Faults.Http fault, Faults faults)
            throws IOException, InterruptedException {
        Answer answer = isDone(fault, faults.effect()) ? dispatch(request) : Answer.empty(500);
        world.journal()
                .add(
                        "http.answered",
                        Map.of(
                                "method", request.method(),
                                "path", request.path(),
                                "status", answer.status(),
                                "fault", fault));
        if (faults.latencyMillis() > 0) {
            Thread.sleep(faults.latencyMillis());
        }
        switch (fault) {
            case NORMAL -> send(exchange, answer);
            case SLOW -> {
                Thread.sleep(faults.latencyMillis() > 0 ? 0 : SLOW_MILLIS);
                send(exchange, answer);
            }
            case ERROR -> send(exchange, systemError());
            case RESET -> cut(exchange, answer);
            case HANG -> world.switches().awaitChange(LONGEST_HANG_MILLIS);
        }
    }

    private static boolean isDone(Faults.Http fault, Faults.Effect effect) {
        return switch (effect) {
            case DONE -> true;
            case NONE -> fault == Faults.Http.NORMAL || fault == Faults.Http.SLOW;
            case USUAL -> fault != Faults.Http.ERROR;
        };
    }

    private Answer dispatch(Request request) {
        try {
            return routes.dispatch(request);
        } catch (NotJson e) {
            return Answer.json(400, Map.of("code", "NOT_JSON", "message", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, request.method() + " " + request.path(), e);
            return Answer.json(500, Map.of("code", "SIMULATOR_BUG", "message", String.valueOf(e)));
        }
    }

    private static Answer systemError() {
        return Answer.json(500, Map.of("code", "SYSTEM_ERROR", "message", "系统异常，请稍后重试", "errcode", -1));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
        if (length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** Promises a whole answer, sends half of it and closes the connection. */
    private static void cut(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status() == 204 ? 200 : answer.status(), answer.body().length + 64L);
        exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
        exchange.getResponseBody().flush();
    }
}
