package io.mendian.marketing.pricing;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom a rule is; an empty set means all. Levels, segments and first order make it one for members. Tenders
 * (STORED_VALUE …) make it one for orders that are paid by these and nothing else; it then applies after the points, as the
 * stored-value price does.
 */
public record Audience(
        boolean membersOnly,
        Set<String> levels,
        Set<String> channels,
        @Nullable Set<String> tenders,
        @Nullable Set<String> segments,
        @Nullable Boolean firstOrder) {

    public static final Audience ALL = new Audience(false, Set.of(), Set.of(), null, null, null);

    /** What older rows leave out takes its widest meaning, so that equal audiences are equal. */
    public Audience {
        tenders = tenders == null ? Set.of() : tenders;
        segments = segments == null ? Set.of() : segments;
        firstOrder = firstOrder != null && firstOrder;
    }

    /** The tenders it asks for; empty: any. */
    public Set<String> meansOfPayment() {
        return Objects.requireNonNull(tenders);
    }

    /** The segments it is for; empty: all. */
    public Set<String> groups() {
        return Objects.requireNonNull(segments);
    }

    /** Whether it is for a member's first order only. */
    public boolean onlyFirstOrder() {
        return Objects.requireNonNull(firstOrder);
    }

    /** Why it is not for this customer, or null when it is. */
    @Nullable
    Refusal refuses(Customer customer) {
        Set<String> groups = groups();
        boolean forMembers = membersOnly || !levels.isEmpty() || !groups.isEmpty() || onlyFirstOrder();
        if (forMembers && !customer.member()) {
            return new Refusal("MEMBERS_ONLY", "仅限会员，登录或报手机号后可享", "for members only");
        }
        if (!levels.isEmpty() && !levels.contains(Objects.requireNonNullElse(customer.level(), ""))) {
            return new Refusal("OTHER_LEVEL", "仅限指定等级的会员", "for members of another level");
        }
        if (!groups.isEmpty() && groups.stream().noneMatch(customer.segments()::contains)) {
            return new Refusal("OTHER_SEGMENT", "仅限指定的会员群", "for a group of members");
        }
        if (onlyFirstOrder() && !Objects.equals(customer.paidOrders(), 0L)) {
            return new Refusal("NOT_FIRST_ORDER", "仅限首单", "for the first order only");
        }
        if (!channels.isEmpty() && !channels.contains(Objects.requireNonNullElse(customer.channel(), ""))) {
            return new Refusal("OTHER_CHANNEL", "不适用于本渠道", "not for this way of ordering");
        }
        Set<String> means = meansOfPayment();
        if (!means.isEmpty() && (customer.payWith().isEmpty() || !means.containsAll(customer.payWith()))) {
            return new Refusal(
                    "OTHER_TENDER",
                    "全部用" + Tenders.zh(means) + "支付可享",
                    "for orders paid wholly by " + Tenders.en(means));
        }
        return null;
    }

    /** Why a rule is not for somebody, to be put behind its name. */
    record Refusal(String code, String zh, String en) {}
}
