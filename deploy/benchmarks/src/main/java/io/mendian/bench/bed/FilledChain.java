package io.mendian.bench.bed;

import io.mendian.bench.Plan;
import io.mendian.bench.Size;
import io.mendian.bench.bed.History.Filled;
import io.mendian.embedded.FileTrees;
import io.mendian.supervisor.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chain that was filled once and never measured, kept in a folder: every run begins with a copy of it, since filling a large
 * one takes longer than measuring it.
 */
public final class FilledChain {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What a chain needs to go on elsewhere: its data and its keys. */
    private static final List<String> PARTS =
            List.of("mariadb", "kafka", "redis", "simulators", "keys", "operator.txt");

    private final Path folder;

    private record Label(Size size, long seed, Filled filled) {}

    public FilledChain(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Keeps the stopped chain of this folder. A copy that was broken off is none. */
    public void keep(Path home, Plan plan, Filled filled) throws IOException {
        FileTrees.delete(folder);
        Path ignored = Files.createDirectories(folder);
        copyParts(home, folder);
        JSON.writeValue(label(), new Label(plan.size(), plan.seed(), filled));
    }

    /** Lays a copy into a chain's folder and tells what it was filled with; empty when there is nothing to copy yet. */
    public Optional<Filled> copyTo(Path home, Plan plan) throws IOException {
        if (!Files.exists(label())) {
            return Optional.empty();
        }
        Label label = JSON.readValue(label(), Label.class);
        if (label.size() != plan.size() || label.seed() != plan.seed()) {
            throw new CommandFailure("The chain in " + folder + " was filled with --size " + label.size() + " --seed "
                    + label.seed() + ". Ask for these, or name another folder.");
        }
        copyParts(folder, home);
        return Optional.of(label.filled());
    }

    private Path label() {
        return folder.resolve("filled.json");
    }

    private static void copyParts(Path from, Path to) throws IOException {
        for (String part : PARTS) {
            if (Files.exists(from.resolve(part))) {
                FileTrees.copy(from.resolve(part), to.resolve(part));
            }
        }
    }
}
