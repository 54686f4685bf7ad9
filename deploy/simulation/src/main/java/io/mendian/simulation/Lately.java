package io.mendian.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What was used lately: texts that hold values come once and would stay for ever. */
final class Lately<V> extends LinkedHashMap<String, V> {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 2_000;

    private final transient Consumer<V> forgotten;

    Lately(Consumer<V> forgotten) {
        super(16, 0.75f, true);
        this.forgotten = forgotten;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        if (size() <= MOST) {
            return false;
        }
        forgotten.accept(eldest.getValue());
        return true;
    }
}
