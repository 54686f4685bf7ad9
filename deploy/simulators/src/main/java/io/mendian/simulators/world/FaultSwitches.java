package io.mendian.simulators.world;

/** The faults in force. Changing them lets hanging requests go. */
public final class FaultSwitches {

    private final Journal journal;
    private Faults faults = Faults.NONE;
    private int strikesLeft = -1;
    private long changes;

    public FaultSwitches(Journal journal) {
        this.journal = journal;
    }

    public synchronized Faults now() {
        return faults;
    }

    public synchronized void set(Faults wanted) {
        faults = wanted;
        strikesLeft = wanted.httpTimes();
        changes++;
        notifyAll();
        journal.add("faults.set", wanted);
    }

    /** The HTTP fault that strikes this request, which uses up one of its times. */
    public synchronized Faults.Http strike(String path) {
        if (faults.http() == Faults.Http.NORMAL || strikesLeft == 0 || !path.startsWith(faults.httpPath())) {
            return Faults.Http.NORMAL;
        }
        if (strikesLeft > 0) {
            strikesLeft--;
        }
        return faults.http();
    }

    /** Waits until somebody changes the faults, at most {@code millis}. */
    public synchronized void awaitChange(long millis) throws InterruptedException {
        long seen = changes;
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (seen == changes && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }
}
