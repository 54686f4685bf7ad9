package io.mendian.chain.next;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** An agent that fills the heap of its part from the moment at which a file appears, as a leak would in the long run. */
public final class Leak {

    private static final int PIECE = 1 << 20;
    private static final List<byte[]> HELD = new ArrayList<>();

    private Leak() {}

    /** {@code file}: the one to wait for. */
    public static void premain(String file) {
        Thread thread = new Thread(() -> leakWhenThereIs(new File(file)), "leak");
        thread.setDaemon(true);
        thread.start();
    }

    private static void leakWhenThereIs(File file) {
        try {
            while (!file.exists()) {
                Thread.sleep(50);
            }
            while (!Thread.currentThread().isInterrupted()) {
                HELD.add(new byte[PIECE]);
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
