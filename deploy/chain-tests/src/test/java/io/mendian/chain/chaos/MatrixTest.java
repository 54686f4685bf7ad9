package io.mendian.chain.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.chain.ChainUnderTest;
import io.mendian.chain.fault.Wires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix of docs/resilience.md holds: what is said to work while a dependency is down works, the rest says to try again. */
class MatrixTest {

    private static final Path DOCUMENT = Path.of("../../docs/resilience.md");

    @TempDir
    Path folder;

    @Test
    void whateverIsDownEveryJourneyDoesWhatTheDocumentSays() throws IOException {
        Arena arena = new Arena(
                ChainUnderTest.running(), new Wires(), new Random(5), new FaultLog(folder.resolve("faults.log")));
        Matrix matrix = new Matrix(arena);
        matrix.run();
        assertThat(arena.figures().passed()).as(matrix.table()).isTrue();
        Map<String, String> said = cells(Files.readString(DOCUMENT));
        Map<String, String> seen = cells(matrix.table());
        assertThat(seen.keySet()).isEqualTo(said.keySet());
        List<String> worse = new ArrayList<>();
        seen.forEach((cell, outcome) -> {
            if (said.getOrDefault(cell, "").startsWith("OK") && !outcome.startsWith("OK")) {
                worse.add(cell + ": " + outcome);
            }
        });
        assertThat(worse).as(matrix.table()).isEmpty();
    }

    /** By journey and dependency. */
    private static Map<String, String> cells(String text) {
        List<List<String>> rows = text.lines()
                .dropWhile(line -> !line.startsWith("| journey |"))
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .map(String::strip)
                        .filter(cell -> !cell.isEmpty())
                        .toList())
                .toList();
        Map<String, String> cells = new LinkedHashMap<>();
        for (List<String> row : rows.subList(2, rows.size())) {
            for (int column = 1; column < row.size(); column++) {
                cells.put(row.getFirst() + " with " + rows.getFirst().get(column), row.get(column));
            }
        }
        return cells;
    }
}
