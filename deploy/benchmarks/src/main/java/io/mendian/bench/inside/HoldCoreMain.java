package io.mendian.bench.inside;

import io.mendian.inventory.InventoryServiceApplication;
import io.mendian.inventory.hold.PlaceHold;
import io.mendian.inventory.stock.Pieces;
import io.mendian.kernel.HoldId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Holds one piece of one product again and again, without HTTP; asked for a number of callers and seconds it answers holds a
 * second. Arguments: store, SKU, folder.
 */
public final class HoldCoreMain {

    private HoldCoreMain() {}

    public static void main(String[] args) throws Exception {
        StoreId store = StoreId.of(Long.parseLong(args[0]));
        SkuId sku = SkuId.of(Long.parseLong(args[1]));
        try (ConfigurableApplicationContext context = SpringApplication.run(
                InventoryServiceApplication.class, "--server.port=0", "--mendian.timers.enabled=false")) {
            PlaceHold place = context.getBean(PlaceHold.class);
            Prompted.serve(Path.of(args[2]), question -> {
                int clients = Integer.parseInt(question.getFirst());
                double seconds = Double.parseDouble(question.getLast());
                return List.of(Double.toString(hold(place, store, sku, clients, seconds)));
            });
            release(context.getBean(JdbcTemplate.class), store, sku);
        }
        System.exit(0);
    }

    /** All at once: to release some hundred thousand holds one by one would take longer than to measure. */
    private static void release(JdbcTemplate jdbc, StoreId store, SkuId sku) {
        jdbc.update("""
                UPDATE stock_hold SET state = 'RELEASED', settled_at = created_at
                WHERE state = 'HELD' AND hold_id IN (SELECT hold_id FROM stock_hold_line WHERE sku_id = ?)
                """, sku.value());
        jdbc.update("UPDATE stock SET reserved = 0 WHERE store_id = ? AND sku_id = ?", store.value(), sku.value());
    }

    private static double hold(PlaceHold place, StoreId store, SkuId sku, int clients, double seconds)
            throws Exception {
        LongAdder held = new LongAdder();
        Pieces one = Pieces.of(List.of(sku), any -> any, any -> 1);
        long begin = System.nanoTime();
        long until = begin + (long) (seconds * 1e9);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < until) {
                        HoldId id = HoldId.of(Ids.next());
                        place.place(
                                new PlaceHold.Wanted(id, store, Instant.now().plusSeconds(3600), one));
                        held.increment();
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
        return held.sum() / ((System.nanoTime() - begin) / 1e9);
    }
}
