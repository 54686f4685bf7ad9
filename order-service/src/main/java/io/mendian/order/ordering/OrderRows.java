package io.mendian.order.ordering;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.crypto.FieldCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the order tables. */
@Component
class OrderRows {

    private static final TypeReference<TreeMap<String, Long>> COUPONS = new TypeReference<>() {};
    private static final TypeReference<List<Explanation>> EXPLANATIONS = new TypeReference<>() {};

    private static final TypeReference<List<Fee>> FEES = new TypeReference<>() {};
    private static final TypeReference<List<TenderWish.GiftCard>> GIFT_CARDS = new TypeReference<>() {};

    private final JsonMapper json;
    private final FieldCipher cipher;

    OrderRows(JsonMapper json, FieldCipher cipher) {
        this.json = json;
        this.cipher = cipher;
    }

    /** The order without its lines and tenders. */
    Order order(ResultSet row, int n) throws SQLException {
        Long member = row.getObject("member_key", Long.class);
        String promotions = row.getString("promotions");
        String presale = row.getString("presale");
        Order.Head head = new Order.Head(
                row.getString("order_no"),
                StoreId.of(row.getLong("store_id")),
                member == null ? null : MemberKey.of(member),
                Channel.valueOf(row.getString("channel")),
                staff(row),
                json.readValue(row.getString("coupons"), COUPONS),
                row.getTimestamp("placed_at").toInstant(),
                row.getTimestamp("pay_until").toInstant(),
                promotions == null ? Map.of() : json.readValue(promotions, COUPONS),
                kinds(row.getString("pay_with")),
                giftCards(row),
                Handing.valueOf(row.getString("handing")),
                presale == null ? null : json.readValue(presale, PresaleTerms.class));
        String fees = row.getString("fees");
        Order.Amounts amounts = new Order.Amounts(
                row.getString("currency"),
                row.getLong("list_minor"),
                row.getLong("discount_minor"),
                row.getLong("payable_minor"),
                row.getLong("stored_value_minor"),
                row.getLong("points_used"),
                fees == null ? List.of() : json.readValue(fees, FEES),
                row.getLong("rounding_minor"),
                row.getObject("otherwise_minor", Long.class));
        return new Order(
                OrderId.of(row.getLong("id")),
                head,
                amounts,
                state(row),
                List.of(),
                List.of(),
                OrderGroups.read(
                        json,
                        row.getString("campaign"),
                        row.getObject("group_id", Long.class),
                        row.getString("group_state")));
    }

    private static OrderState state(ResultSet row) throws SQLException {
        return new OrderState(
                OrderStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getString("failure"),
                row.getLong("covered_minor"),
                row.getLong("refunded_minor"),
                row.getLong("refunded_done_minor"),
                row.getLong("points_returned"),
                instant(row, "paid_at"),
                row.getObject("business_date", LocalDate.class),
                instant(row, "ended_at"),
                FulfilmentStatus.valueOf(row.getString("fulfilment")),
                row.getLong("tip_minor"),
                row.getLong("kept_minor"));
    }

    OrderedLine line(ResultSet row, int n) throws SQLException {
        String card = row.getString("card_terms");
        String recharge = row.getString("recharge_terms");
        return new OrderedLine(
                row.getInt("line_no"),
                SkuId.of(row.getLong("sku_id")),
                row.getString("kind"),
                row.getString("name"),
                row.getString("category"),
                row.getString("unit"),
                row.getLong("quantity"),
                row.getLong("unit_list_minor"),
                row.getLong("list_minor"),
                row.getLong("net_minor"),
                row.getLong("points_minor"),
                staff(row),
                card == null ? null : json.readValue(card, CardTerms.class),
                recharge == null ? null : json.readValue(recharge, RechargeTerms.class),
                json.readValue(row.getString("explanations"), EXPLANATIONS),
                row.getLong("refunded_quantity"),
                row.getLong("refunded_minor"),
                row.getObject("exchange_offer_id", Long.class),
                row.getLong("exchange_points"),
                row.getBoolean("by_card"),
                row.getString("card_id"),
                row.getObject("grams", Long.class));
    }

    PaidBy tender(ResultSet row, int n) throws SQLException {
        return new PaidBy(
                row.getInt("tender_no"),
                TenderKind.valueOf(row.getString("kind")),
                row.getLong("amount_minor"),
                row.getString("reference"),
                row.getObject("received_minor", Long.class),
                row.getObject("change_minor", Long.class),
                staff(row),
                row.getTimestamp("taken_at").toInstant(),
                row.getLong("refunded_minor"),
                row.getString("label"),
                row.getObject("value_minor", Long.class));
    }

    private static List<TenderKind> kinds(@Nullable String names) {
        return names == null
                ? List.of()
                : Arrays.stream(names.split(",")).map(TenderKind::valueOf).toList();
    }

    private List<TenderWish.GiftCard> giftCards(ResultSet row) throws SQLException {
        String sealed = row.getString("gift_cards");
        return sealed == null
                ? List.of()
                : json.readValue(cipher.decrypt(sealed, sealedPlace(row.getLong("id"))), GIFT_CARDS);
    }

    /** The gift cards' codes are secrets: they are stored encrypted, and only until they are held. */
    @Nullable
    String sealed(Order order) {
        return order.head().giftCards().isEmpty()
                ? null
                : cipher.encrypt(
                        json.writeValueAsString(order.head().giftCards()),
                        sealedPlace(order.id().value()));
    }

    private static String sealedPlace(long order) {
        return "sales_order.gift_cards:" + order;
    }

    private static @Nullable StaffId staff(ResultSet row) throws SQLException {
        Long staff = row.getObject("staff_id", Long.class);
        return staff == null ? null : StaffId.of(staff);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
