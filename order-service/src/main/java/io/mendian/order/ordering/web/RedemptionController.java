package io.mendian.order.ordering.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.order.ordering.Basket;
import io.mendian.order.ordering.MembersAtTill;
import io.mendian.order.ordering.OrderView;
import io.mendian.order.ordering.PlaceOrder;
import io.mendian.order.ordering.TenderWish;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** 核销：goods or services handed over for a coupon or a card that the customer shows; nothing is left to pay. */
@RestController
class RedemptionController {

    private final PlaceOrder placeOrder;
    private final MembersAtTill members;

    RedemptionController(PlaceOrder placeOrder, MembersAtTill members) {
        this.placeOrder = placeOrder;
        this.members = members;
    }

    /** {@code code}: what was scanned, the member's code, and after a point the coupon's id when he showed a coupon. */
    record RedemptionRequest(
            @NotNull @Pattern(regexp = "[0-9A-Za-z-]{4,60}(\\." + TypedId.PATTERN + ")?")
            String code,

            @NotEmpty @Size(max = 20) List<@Valid Piece> lines,
            @Nullable @Pattern(regexp = TypedId.PATTERN) String cardId) {

        private @Nullable String couponId() {
            return code.contains(".") ? code.substring(code.indexOf('.') + 1) : null;
        }

        private String memberCode() {
            return code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
        }
    }

    /** What is handed over. */
    record Piece(
            @Nullable SkuId skuId,
            @Size(max = 64) @Nullable String barcode,
            @Min(1) @Max(100) long quantity,
            @Nullable StaffId staffId) {}

    /** {@code code}: what is printed on the paper. */
    record CodeRedemptionRequest(
            @NotNull @Size(min = 4, max = 64) String code) {}

    @Operation(
            summary = "券码核销：hand over the goods of a printed code, to whoever shows it",
            description =
                    "For codes of gift coupons that ask for no purchase; no member needed. Makes an order of 0 with the goods as"
                            + " its line and a receipt; the goods leave the stock. A code counts once across all stores. Errors: 400"
                            + " COUPON_CODE_MISTYPED; 404 COUPON_CODE_UNKNOWN; 409 COUPON_ALREADY_USED, COUPON_CODE_CLAIMED (a member has it:"
                            + " redeem by his member code), COUPON_CODE_NEEDS_PURCHASE, COUPON_CODE_FOR_MEMBERS, COUPON_CODE_NOT_HERE,"
                            + " COUPON_NOT_LIVE, COUPON_EXPIRED, NOT_ENOUGH_STOCK")
    @PostMapping("/store/v1/code-redemptions")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    OrderView redeemCode(@Valid @RequestBody CodeRedemptionRequest request, Caller caller, OperationId operation) {
        return placeOrder.place(
                OrderId.of(operation.value()),
                PlaceOrder.Command.forCode(caller.requireStore(), request.code, caller.staffId()));
    }

    @Operation(
            summary = "核销：redeem a coupon or a card by the code that the customer shows",
            description =
                    "code: his member code (18 digits, good for one scan) redeems uses of a card for the services in lines (of"
                            + " cardId, or of the card that ends first); memberCode.couponId redeems that coupon for the goods"
                            + " in lines. Makes an order with nothing left to pay, with a receipt; each coupon and use counts"
                            + " once across all stores. Errors: 409 REDEMPTION_NOT_FREE (names what is left to pay and why),"
                            + " COUPON_ALREADY_USED, NO_CARD_FOR_SERVICE, CARD_USE_FOR_SERVICES, MEMBER_CODE_USED,"
                            + " NOT_ENOUGH_STOCK; 404 MEMBER_CODE_UNKNOWN; 410 MEMBER_CODE_EXPIRED")
    @PostMapping("/store/v1/redemptions")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_SELL)
    OrderView redeem(@Valid @RequestBody RedemptionRequest request, Caller caller, OperationId operation) {
        StoreId store = caller.requireStore();
        String coupon = request.couponId();
        boolean byCard = coupon == null;
        List<Basket.Item> items = request.lines.stream()
                .map(line -> new Basket.Item(
                        line.skuId, line.barcode, line.quantity, line.staffId, null, byCard, request.cardId))
                .toList();
        return placeOrder.place(
                OrderId.of(operation.value()),
                new PlaceOrder.Command(
                        new Basket(store, items, coupon == null ? List.of() : List.of(coupon), 0),
                        () -> members.find(
                                new MembersAtTill.Named(null, request.memberCode(), null), store, caller.staffId()),
                        new TenderWish(0, List.of(), List.of(), null, TenderWish.Rest.NONE),
                        null));
    }
}
