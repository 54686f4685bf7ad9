package io.mendian.supervisor;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Stands for one of our programs: healthy at once, or dead at once when it is told so. */
public final class FakePart {

    private FakePart() {}

    public static void main(String[] args) throws IOException {
        if ("yes".equals(System.getenv("FAKE_DIES"))) {
            System.out.println("the flux capacitor is empty");
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("SERVER_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
