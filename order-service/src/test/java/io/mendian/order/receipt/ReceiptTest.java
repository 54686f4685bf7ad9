package io.mendian.order.receipt;

import static io.mendian.order.neighbours.Shop.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.kernel.StoreId;
import io.mendian.order.neighbours.Shop;
import io.mendian.runtime.security.Caller;
import io.mendian.simulators.printer.PrintedPage;
import io.mendian.simulators.printer.ReceiptPrinter;
import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@MendianTest
class ReceiptTest {

    @Autowired
    Api api;

    @Autowired
    Shop shop;

    private final ReceiptPrinter printer = ReceiptPrinter.start("127.0.0.1", 0);
    private StoreId store;
    private Caller clerk;

    @BeforeEach
    void begin() {
        store = shop.store();
        clerk = shop.clerk(store);
    }

    @AfterEach
    void end() {
        printer.close();
    }

    @Test
    void theReceiptOfASaleIsThereAsDataPagePictureAndPrinterLanguage() {
        String order = sell(shop.member(0, 0).text());
        String path = "/store/v1/orders/" + order + "/receipt";
        JsonNode receipt = api.as(clerk).get(path + "?paper=80").expect(200).json();
        assertThat(receipt.path("lines")
                        .get(0)
                        .path("discounts")
                        .get(0)
                        .path("amountMinor")
                        .asLong())
                .isEqualTo(75);
        assertThat(receipt.path("tenders").get(0).path("changeMinor").asLong()).isEqualTo(325);
        assertThat(receipt.path("copy").asInt()).isZero();
        assertThat(receipt.path("text").asString()).contains("矿泉水", "找零", "3.25");
        assertThat(api.as(clerk).get(path + "/html").expect(200).body()).contains("<!doctype html>", "矿泉水", "<svg");
        assertThat(api.as(clerk).get(path + "/escpos").expect(200).header("Content-Type"))
                .startsWith("application/octet-stream");
        assertThat(api.as(clerk).get(path + "/png").status()).isIn(200, 409);
        api.as(clerk).get(path + "?paper=76").expect(400);
        Caller stranger = TestCallers.member(shop.member(0, 0));
        for (String file : List.of("", "/html", "/png")) {
            api.as(stranger).get("/app/v1/orders/" + order + "/receipt" + file).expectProblem(404, "NOT_FOUND");
        }
    }

    @Test
    void thePrinterGetsTheOriginalOnceAndThenMarkedCopies() {
        setPrinter(58);
        String order = sell(null);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            JsonNode printed = api.as(clerk)
                    .withKey(key)
                    .post(prints(order), Map.of("drawer", true))
                    .expect(200)
                    .json();
            assertThat(printed.path("copy").asInt()).isZero();
        }
        JsonNode copy = api.as(clerk)
                .post(prints(order), Map.of("drawer", true))
                .expect(200)
                .json();
        assertThat(copy.path("copy").asInt()).isEqualTo(1);
        awaitPages(2);
        PrintedPage first = printer.pages().getFirst();
        PrintedPage second = printer.pages().getLast();
        assertThat(first.lines()).noneMatch(line -> line.contains("补打")).anyMatch(line -> line.contains("矿泉水"));
        assertThat(first.columns()).allMatch(columns -> columns <= 32);
        assertThat(first.qr()).hasSize(1);
        assertThat(first.cut()).isTrue();
        assertThat(first.drawer()).isTrue();
        assertThat(second.lines()).anyMatch(line -> line.contains("补打第 1 次"));
        assertThat(second.drawer()).isFalse();
    }

    @Test
    void manyPrintsAtOnceHaveDifferentNumbers() {
        setPrinter(80);
        String order = sell(null);
        List<Race.Outcome<Integer>> outcomes = Race.run(
                6,
                i -> () -> api.as(clerk)
                        .post(prints(order), Map.of())
                        .expect(200)
                        .json()
                        .path("copy")
                        .asInt());
        assertThat(outcomes.stream().map(Race.Outcome::value)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aPrinterThatIsAwayOrOutOfPaperIsToldAndTheOriginalIsStillToCome() {
        String order = sell(null);
        api.as(clerk).post(prints(order), Map.of()).expectProblem(409, "PRINTER_NOT_SET");
        setPrinter(58);
        printer.isOutOfPaper(true);
        api.as(clerk).post(prints(order), Map.of()).expectProblem(409, "PRINTER_NO_PAPER");
        printer.isOutOfPaper(false);
        assertThat(api.as(clerk)
                        .post(prints(order), Map.of())
                        .expect(200)
                        .json()
                        .path("copy")
                        .asInt())
                .isZero();
        printer.close();
        api.as(clerk).post(prints(order), Map.of()).expectProblem(409, "PRINTER_UNREACHABLE");
        Caller manager = shop.manager(store);
        for (String host : List.of("8.8.8.8", "example.com", "169.254.169.254", "300.1.1.1")) {
            api.as(manager)
                    .put(
                            "/store/v1/tills/" + store.text() + "/printer",
                            Map.of("host", host, "port", 9100, "paperMillimetres", 58))
                    .expectProblem(400, "PRINTER_ADDRESS_REFUSED");
        }
    }

    @Test
    void aRefundHasAReceiptOfItsOwn() {
        setPrinter(58);
        String order = sell(null);
        String refund = api.as(clerk)
                .post(
                        "/store/v1/orders/" + order + "/refunds",
                        Map.of("reason", "不要了", "lines", List.of(Map.of("lineId", "1", "quantity", 1))))
                .expect(201)
                .json()
                .path("refundId")
                .asString();
        JsonNode receipt = api.as(clerk)
                .get("/store/v1/refunds/" + refund + "/receipt")
                .expect(200)
                .json();
        assertThat(receipt.path("kind").asString()).isEqualTo("REFUND");
        assertThat(receipt.path("totals").path("payableMinor").asLong()).isEqualTo(250);
        assertThat(receipt.path("text").asString()).contains("退 款 凭 证", "应退", "不要了");
        api.as(clerk)
                .post("/store/v1/refunds/" + refund + "/receipt/prints", Map.of())
                .expect(200);
        awaitPages(1);
        Caller stranger = shop.manager(shop.store());
        api.as(stranger).get("/store/v1/refunds/" + refund + "/receipt").expectProblem(404, "NOT_FOUND");
    }

    private void setPrinter(int paper) {
        api.as(shop.manager(store))
                .put(
                        "/store/v1/tills/" + store.text() + "/printer",
                        Map.of("host", "127.0.0.1", "port", printer.port(), "paperMillimetres", paper))
                .expect(200);
    }

    private void awaitPages(int wanted) {
        long until = System.nanoTime() + 10_000_000_000L;
        while (printer.pages().size() < wanted && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(printer.pages()).hasSize(wanted);
    }

    private static String prints(String order) {
        return "/store/v1/orders/" + order + "/receipt/prints";
    }

    private String sell(String member) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of(
                "lines", List.of(line(shop.goods(250), 3)),
                "cash", Map.of("receivedMinor", 1_000)));
        if (member != null) {
            body.put("memberKey", member);
        }
        return api.as(clerk)
                .post("/store/v1/sales", body)
                .expect(201)
                .json()
                .path("orderId")
                .asString();
    }
}
