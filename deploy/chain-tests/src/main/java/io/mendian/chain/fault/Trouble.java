package io.mendian.chain.fault;

/**
 * What a wire does to the bytes of its connections. Requests flow from who connected, answers back to him.
 *
 * @param latencyMillis added to every piece of bytes, each way
 * @param bytesPerSecond how many bytes of answers pass in a second; 0 is no limit
 * @param cutAfter how many bytes of answers pass on a connection before it is reset; -1 is never
 * @param requests whether bytes of requests pass; false holds them back as a broken route would
 * @param answers whether bytes of answers pass
 * @param refuses new connections are reset, and so are those there were
 */
public record Trouble(
        int latencyMillis, int bytesPerSecond, long cutAfter, boolean requests, boolean answers, boolean refuses) {

    /** Nothing goes wrong. */
    public static final Trouble NONE = new Trouble(0, 0, -1, true, true, false);

    public static Trouble latency(int millis) {
        return new Trouble(millis, 0, -1, true, true, false);
    }

    /** Answers trickle. */
    public static Trouble trickle(int bytesPerSecond) {
        return new Trouble(0, bytesPerSecond, -1, true, true, false);
    }

    /** The connection breaks after so many bytes of its answer: what was asked for may have been done. */
    public static Trouble cut(long bytesOfAnswer) {
        return new Trouble(0, 0, bytesOfAnswer, true, true, false);
    }

    /** Requests arrive, answers do not: half a partition. */
    public static Trouble deaf() {
        return new Trouble(0, 0, -1, true, false, false);
    }

    /** Nothing passes either way, and nobody is told. */
    public static Trouble blackHole() {
        return new Trouble(0, 0, -1, false, false, false);
    }

    public static Trouble reset() {
        return new Trouble(0, 0, -1, true, true, true);
    }
}
