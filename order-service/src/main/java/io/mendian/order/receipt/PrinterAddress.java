package io.mendian.order.receipt;

/** A network printer and its paper. */
public record PrinterAddress(String host, int port, int paperMillimetres) {

    String text() {
        return host + ":" + port;
    }
}
