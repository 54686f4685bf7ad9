package io.mendian.bench.run;

import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Wire;
import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gateways of several kinds in front of one backend, each in a process of its own. */
final class Doors implements AutoCloseable {

    static final String PATH = "/store/v1/stock/1";
    private static final int DUMMIES = 10_000;

    /** Where one listens; {@code pids}: its processes. */
    record Door(int port, Map<String, Long> pids) {}

    private final Bed bed;
    private final String backend;
    private final String token;
    private final List<ServerProcess> running = new ArrayList<>();

    Doors(Bed bed, int backendPort, String token) {
        this.bed = bed;
        this.backend = "http://127.0.0.1:" + backendPort;
        this.token = token;
    }

    /** Our gateway with all its policies. */
    Door ours() throws IOException {
        int port = freePort();
        return gateway("bench-gateway", Inside.ownClasses().toString(), port, ourArguments(port));
    }

    /** Our gateway, which ten thousand paths more lead through. */
    Door oursWithManyPaths() throws IOException {
        Path folder = bed.folders().home().resolve("many-paths");
        Path file = folder.resolve("apis/inventory-service/openapi.yaml");
        Files.createDirectories(file.getParent());
        String given = Files.readString(apiOfInventory());
        StringBuilder more = new StringBuilder("\npaths:\n");
        for (int i = 0; i < DUMMIES; i++) {
            more.append("  /store/v1/bench-").append(i).append("/{id}: {}\n");
        }
        if (!given.contains("\npaths:\n")) {
            throw new IOException("the API of inventory-service has no paths");
        }
        Files.writeString(file, given.replace("\npaths:\n", more), StandardCharsets.UTF_8);
        int port = freePort();
        // the first of a name on the class path wins
        String own = folder + java.io.File.pathSeparator + Inside.ownClasses();
        return gateway("bench-gateway-many", own, port, ourArguments(port));
    }

    /** How many paths lead through ours before any are added. */
    int paths() throws IOException {
        int count = 0;
        try (Stream<Path> services = Files.list(bed.folders().project())) {
            for (Path api : services.map(one -> one.resolve("api/openapi.yaml"))
                    .filter(Files::exists)
                    .toList()) {
                try (Stream<String> lines = Files.lines(api)) {
                    count += (int) lines.filter(line -> line.matches(" {2}/(app|store|hq|open)/\\S*:"))
                            .count();
                }
            }
        }
        return count;
    }

    static int more() {
        return DUMMIES;
    }

    /** The bare gateway library with one route. */
    Door library() throws IOException {
        int port = freePort();
        return gateway(
                "bench-stock-gateway",
                Inside.ownClasses().toString(),
                port,
                List.of(
                        "io.mendian.bench.inside.StockGateway",
                        "--server.port=" + port,
                        "--backend=" + backend,
                        "--spring.main.banner-mode=off"));
    }

    /** The HTTP server and client beneath the library. */
    Door netty() throws IOException {
        int port = freePort();
        return gateway(
                "bench-bare-proxy",
                Inside.ownClasses().toString(),
                port,
                List.of("io.mendian.bench.inside.BareProxy", Integer.toString(port), backend));
    }

    /** nginx with one worker and kept-alive connections to the backend, where it is installed. */
    Optional<Door> nginx() throws IOException {
        Optional<Path> program = Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Path folder = Files.createDirectories(bed.folders().home().resolve("nginx"));
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr;
                events { worker_connections 1024; }
                http {
                  access_log off;
                  client_body_temp_path body;
                  proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi;
                  uwsgi_temp_path uwsgi;
                  scgi_temp_path scgi;
                  keepalive_requests 1000000000;
                  upstream backend { server %s; keepalive 64; keepalive_requests 1000000000; }
                  server {
                    listen 127.0.0.1:%d;
                    location / { proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; }
                  }
                }
                """.formatted(backend.substring("http://".length()), port));
        ServerProcess process = ServerProcess.start(new ServerProcess.Start(
                "bench-nginx",
                List.of(program.get().toString(), "-p", folder + "/", "-c", settings.toString()),
                Map.of(),
                folder,
                bed.folders().run()));
        return Optional.of(opened("bench-nginx", port, process));
    }

    private List<String> ourArguments(int port) {
        return List.of(
                "io.mendian.gateway.GatewayApplication",
                "--server.port=" + port,
                "--MENDIAN_SERVICE_INVENTORY=" + backend);
    }

    private Path apiOfInventory() {
        return bed.folders().project().resolve("inventory-service/api/openapi.yaml");
    }

    private Door gateway(String name, String classes, int port, List<String> mainAndArguments) {
        return opened(name, port, bed.inside(Part.GATEWAY, name, Path.of(classes), mainAndArguments));
    }

    private Door opened(String name, int port, ServerProcess process) {
        running.add(process);
        Api.until(name, () -> answers(port));
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put(name, process.pid());
        return new Door(port, pids);
    }

    private boolean answers(int port) {
        try (Wire wire = new Wire(port, token)) {
            return wire.get(PATH).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        for (ServerProcess one : running) {
            boolean ignored = one.stop(Duration.ofSeconds(10));
        }
    }
}
