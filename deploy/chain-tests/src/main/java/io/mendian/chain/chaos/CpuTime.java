package io.mendian.chain.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What this process, the processes it started and those of them that have died have used of the processors. */
final class CpuTime {

    private static final Path OWN = Path.of("/proc/self/stat");
    private static final int TICKS_PER_SECOND = 100;
    private static final int FIRST = 11;
    private static final int LAST = 14;

    private CpuTime() {}

    /** 0 where nobody says. */
    static long seconds() {
        try {
            String text = Files.readString(OWN);
            // behind the program's name: own time in the program and in the kernel, then that of children who ended
            String[] words = text.substring(text.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = FIRST; i <= LAST; i++) {
                ticks += Long.parseLong(words[i]);
            }
            Duration alive = ProcessHandle.current()
                    .descendants()
                    .map(handle -> handle.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
            return ticks / TICKS_PER_SECOND + alive.toSeconds();
        } catch (IOException e) {
            return 0;
        }
    }
}
