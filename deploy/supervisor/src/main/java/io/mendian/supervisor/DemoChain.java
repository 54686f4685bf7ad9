package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Fills an empty chain with a few stores to play with, through the gateway's public API, once. */
final class DemoChain {

    private static final List<String> SHELVES =
            List.of("TEA-LJ", "TEA-GH", "TEA-PE", "CUP-QH", "SCARF", "GLOVES", "SOAP", "BAG");
    private static final List<String> LARDER = List.of("PLUM", "RICEWINE", "SAUCE", "BAG");
    private static final List<String> LOCKERS = List.of("TOWEL", "BAR", "BOTTLE", "BAG");

    private final Folders folders;
    private final PortPlan ports;
    private final Progress progress;

    DemoChain(Folders folders, PortPlan ports, Progress progress) {
        this.folders = folders;
        this.ports = ports;
        this.progress = progress;
    }

    /**
     * Does nothing when an earlier start has done it, or when there are stores that are not of the demo: its staff has a
     * password that everybody knows. A seed that was interrupted is taken up again by the next start.
     */
    void seedOnce() throws IOException {
        Path done = folders.home().resolve("demo.done");
        if (Files.exists(done)) {
            return;
        }
        long begin = System.nanoTime();
        GatewayClient hq = new Operator(folders, ports.gateway()).signIn();
        Path begun = folders.home().resolve("demo.begun");
        if (!mayFill(hq.get("/hq/v1/stores?limit=1"), Files.exists(begun))) {
            return;
        }
        Files.writeString(begun, "The demo chain is being created.\n");
        seed(hq);
        Files.writeString(done, "The demo chain was created.\n");
        progress.part(
                "demo chain", "3 stores", Progress.seconds(java.time.Duration.ofNanos(System.nanoTime() - begin)));
    }

    /** Only an empty chain, or one that an earlier attempt has begun to fill. */
    static boolean mayFill(JsonNode stores, boolean begun) {
        return begun || stores.isEmpty();
    }

    private void seed(GatewayClient hq) throws IOException {
        GatewayClient phones = GatewayClient.at(ports.of(Part.SIMULATORS));
        List<DemoStore> stores = new DemoStores(hq).open();
        DemoLogins.keep(folders, stores);
        DemoStore boutique = stores.get(0);
        DemoStore gym = stores.get(2);
        DemoCatalogue catalogue = new DemoCatalogue(hq);
        Map<String, String> skus = catalogue.publish();
        new DemoMarketing(hq).offer(skus);
        List<List<String>> goods = List.of(SHELVES, LARDER, LOCKERS);
        for (int s = 0; s < stores.size(); s++) {
            catalogue.receive(stores.get(s), skus, goods.get(s));
        }
        new DemoGym(hq, gym).furnish(gym, skus);
        DemoMembers members = new DemoMembers(GatewayClient.at(ports.gateway()), phones);
        members.join(boutique);
        List<String> bestSellers = new ArrayList<>();
        goods.forEach(shelf -> bestSellers.add(Objects.requireNonNull(skus.get(shelf.getFirst()))));
        members.buy(stores, bestSellers);
    }
}
