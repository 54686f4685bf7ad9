package io.mendian.order.neighbours;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Counts the calls to other services, while a test asks for it. */
public final class Hops {

    private static final Queue<String> MADE = new ConcurrentLinkedQueue<>();
    private static volatile boolean on;

    private Hops() {}

    static void made(String call) {
        if (on) {
            MADE.add(call);
        }
    }

    /** The calls made while {@code work} runs. */
    public static List<String> madeBy(Runnable work) {
        MADE.clear();
        on = true;
        try {
            work.run();
            return List.copyOf(MADE);
        } finally {
            on = false;
        }
    }
}
