package io.mendian.supervisor.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.supervisor.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PurchaseFileTest {

    @TempDir
    Path folder;

    @Test
    void theOdditiesOfRealFilesAreFine() throws IOException {
        PurchaseFile file = read(
                " customer_id  date number  dollars\r\n 007 19970112  1   12.00\r\n\r\n 007 19970112  5   77.00\r\n"
                        + " 008 19970101 99    0.00\r\n");
        assertThat(file.purchases())
                .containsExactly(
                        new Purchase(2, "007", LocalDate.of(1997, 1, 12), 1, 1200),
                        new Purchase(4, "007", LocalDate.of(1997, 1, 12), 5, 7700),
                        new Purchase(5, "008", LocalDate.of(1997, 1, 1), 99, 0));
        assertThat(file.purchases()).extracting(Purchase::externalRef).containsExactly("007-2", "007-4", "008-5");
        assertThat(file.customers())
                .containsEntry("007", LocalDate.of(1997, 1, 12))
                .hasSize(2);
        assertThat(file.lastDate()).isEqualTo(LocalDate.of(1997, 1, 12));
    }

    @Test
    void aLineThatCannotBeIsNamed() {
        for (String line : new String[] {
            "1 19970230 1 2.00", "1 19970101 0 2.00", "1 19970101 1 -2.00", "1 19970101 1 2.005", "1 1997 1"
        }) {
            assertThatThrownBy(() -> read("header\n1 19970101 1 2.00\n" + line + "\n"))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Line 3");
        }
    }

    @Test
    void anEmptyOrMissingFileIsRefused() {
        assertThatThrownBy(() -> read("header\n")).isInstanceOf(CommandFailure.class);
        assertThatThrownBy(() -> PurchaseFile.read(folder.resolve("none"), 2)).hasMessageContaining("There is no file");
    }

    @Test
    void aCopyOfTheFileHasTheSameFingerprintAndAnotherContentNot() throws IOException {
        String one = read("1 19970101 1 2.00\n").fingerprint();
        assertThat(read("1 19970101 1 2.00\r\n").fingerprint()).isEqualTo(one);
        assertThat(read("1 19970101 1 2.01\n").fingerprint()).isNotEqualTo(one);
    }

    private PurchaseFile read(String text) throws IOException {
        return PurchaseFile.read(Files.writeString(folder.resolve("f.txt"), text), 2);
    }
}
