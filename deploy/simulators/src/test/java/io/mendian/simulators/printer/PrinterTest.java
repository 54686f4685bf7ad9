package io.mendian.simulators.printer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class PrinterTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void aJobIsOnPaperAsItWasSent() throws IOException {
        try (ReceiptPrinter printer = ReceiptPrinter.start("127.0.0.1", 0)) {
            ByteArrayOutputStream job = new ByteArrayOutputStream();
            job.writeBytes(new byte[] {0x1B, '@', 0x1C, '&', 0x1B, 'p', 0, 25, (byte) 250, 0x1D, '!', 0x11});
            job.writeBytes("门店\n".getBytes(GBK));
            job.writeBytes(new byte[] {0x1D, '!', 0});
            job.writeBytes("ab\n".getBytes(GBK));
            job.writeBytes(new byte[] {0x1D, 'V', 66, 0});
            try (Socket socket = new Socket("127.0.0.1", printer.port())) {
                socket.getOutputStream().write(new byte[] {0x10, 0x04, 4});
                assertThat(socket.getInputStream().read() & 0x60).isZero();
                socket.getOutputStream().write(job.toByteArray());
                socket.shutdownOutput();
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
            }
            PrintedPage page = printer.pages().getFirst();
            assertThat(page.lines()).containsExactly("门店", "ab");
            assertThat(page.columns()).containsExactly(8, 2);
            assertThat(page.cut()).isTrue();
            assertThat(page.drawer()).isTrue();
        }
    }

    @Test
    void aPrinterWithoutPaperSaysSo() throws IOException {
        try (ReceiptPrinter printer = ReceiptPrinter.start("127.0.0.1", 0)) {
            printer.isOutOfPaper(true);
            try (Socket socket = new Socket("127.0.0.1", printer.port())) {
                socket.getOutputStream().write(new byte[] {0x10, 0x04, 4});
                assertThat(socket.getInputStream().read() & 0x60).isEqualTo(0x60);
            }
            assertThat(printer.pages()).isEmpty();
        }
    }
}
