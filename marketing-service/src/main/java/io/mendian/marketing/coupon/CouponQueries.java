package io.mendian.marketing.coupon;

import io.mendian.kernel.MemberKey;
import io.mendian.marketing.benefit.Rules;
import io.mendian.marketing.pricing.Rule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of coupons and their templates. */
@Component
public class CouponQueries {

    /** How many of a member's coupons one quote looks at, soonest to expire first. */
    static final int QUOTED = 200;

    private static final int LIVE_LOOKED_AT = 50;

    private final CouponMapper coupons;
    private final CouponTemplateMapper templateMapper;
    private final CouponPersonMapper persons;
    private final CouponTemplates templates;
    private final JdbcClient jdbc;
    private final Clock clock;

    CouponQueries(
            CouponMapper coupons,
            CouponTemplateMapper templateMapper,
            CouponPersonMapper persons,
            CouponTemplates templates,
            JdbcClient jdbc,
            Clock clock) {
        this.coupons = coupons;
        this.templateMapper = templateMapper;
        this.persons = persons;
        this.templates = templates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What a quote may use of a member's coupons; {@code hold} names the hold whose coupons count as free. */
    public List<Rule> offers(MemberKey member, Instant at, @Nullable Long hold) {
        return offers(coupons.usable(member.value(), at, hold, QUOTED));
    }

    /** The coupons a member chose, those among them that are his and free. */
    public List<Rule> chosen(MemberKey member, Set<Long> ids, @Nullable Long hold) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return offers(coupons.ofMember(member.value(), ids).stream()
                .filter(coupon -> coupon.state() == CouponState.AVAILABLE
                        || (coupon.state() == CouponState.HELD && Objects.equals(coupon.orderId(), hold)))
                .toList());
    }

    private List<Rule> offers(List<CouponRow> rows) {
        Map<Long, CouponTemplateRow> byId =
                templatesOf(rows.stream().map(CouponRow::templateId).collect(Collectors.toSet()));
        return rows.stream()
                .map(coupon -> Rules.coupon(
                        templates.rule(Objects.requireNonNull(byId.get(coupon.templateId()))),
                        coupon.id(),
                        coupon.validFrom(),
                        coupon.validTo()))
                .toList();
    }

    /** One coupon of each of the newest live templates, as a member might have them. */
    public List<Rule> liveOffers(Instant at) {
        return templateMapper.newestLive(LIVE_LOOKED_AT).stream()
                .map(row -> Rules.coupon(templates.rule(row), row.id(), Instant.EPOCH, at.plusSeconds(1)))
                .toList();
    }

    /** A template as the rule its coupons are or would be; valid from now on. */
    public Rule templateRule(long id) {
        CouponTemplateRow row = templates.require(id);
        return running(templates.rule(row), row.id());
    }

    /** Terms that are no template yet as the rule their coupons would be. */
    public Rule wouldBe(long id, CouponTerms terms) {
        return running(templates.wouldBe(id, terms), id);
    }

    private Rule running(Rule rule, long id) {
        Instant now = clock.instant();
        return Rules.coupon(rule, id, now, now.plus(Duration.ofDays(365)));
    }

    public List<CouponView> own(MemberKey member, @Nullable CouponState state, long after, int limit) {
        List<CouponRow> rows = coupons.page(member.value(), state, clock.instant(), after, limit);
        Map<Long, CouponTemplateRow> byId =
                templatesOf(rows.stream().map(CouponRow::templateId).collect(Collectors.toSet()));
        return rows.stream()
                .map(coupon -> view(coupon, Objects.requireNonNull(byId.get(coupon.templateId()))))
                .toList();
    }

    /** One of a member's coupons; another's answers like one that does not exist. */
    public CouponView require(MemberKey member, long couponId) {
        return coupons.ofMember(member.value(), List.of(couponId)).stream()
                .findFirst()
                .map(coupon -> view(coupon, templates.require(coupon.templateId())))
                .orElseThrow(CouponProblem.COUPON_UNKNOWN::with);
    }

    public List<ClaimableView> claimable(MemberKey member, long after, int limit) {
        Instant now = clock.instant();
        // a day of grace for zones behind UTC; the exact end is checked when claiming
        LocalDate yesterday = now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        List<CouponTemplateRow> rows = templateMapper.claimable(yesterday, after, limit);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Integer> taken = taken(member, rows);
        boolean old = templateMapper.boughtBefore(member.value()) > 0;
        Set<Long> hadOnce = persons.givenTo(member.value());
        return rows.stream()
                .map(row -> claimable(
                        row,
                        taken.getOrDefault(row.id(), 0),
                        (row.newMembersOnly() && old) || hadOnce.contains(row.id())))
                .toList();
    }

    private ClaimableView claimable(CouponTemplateRow row, int claimed, boolean notForHim) {
        Long left = row.limitTotal() == null ? null : row.limitTotal() - row.issued();
        boolean can = (left == null || left > 0)
                && (row.limitPerMember() == null || claimed < row.limitPerMember())
                && !notForHim;
        CouponTerms terms = templates.terms(row);
        return new ClaimableView(
                Long.toString(row.id()),
                row.name(),
                row.kind(),
                terms.settings(),
                terms.validity(),
                row.newMembersOnly(),
                left,
                row.limitPerMember(),
                claimed,
                can);
    }

    private Map<Long, Integer> taken(MemberKey member, List<CouponTemplateRow> rows) {
        Map<Long, Integer> taken = new HashMap<>();
        jdbc.sql(
                        "SELECT template_id, taken FROM coupon_member_quota WHERE member_key = :member AND template_id IN (:ids)")
                .param("member", member.value())
                .param("ids", rows.stream().map(CouponTemplateRow::id).toList())
                .query(row -> {
                    taken.put(row.getLong(1), row.getInt(2));
                });
        return taken;
    }

    public List<CouponTemplateView> page(long after, int limit) {
        return views(templateMapper.page(after, limit));
    }

    public CouponTemplateView template(long id) {
        return views(List.of(templates.require(id))).getFirst();
    }

    private List<CouponTemplateView> views(List<CouponTemplateRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<CouponState, Long>> counts = new HashMap<>();
        jdbc.sql(
                        "SELECT template_id, state, COUNT(*) FROM coupon WHERE template_id IN (:ids) GROUP BY template_id, state")
                .param("ids", rows.stream().map(CouponTemplateRow::id).toList())
                .query(row -> {
                    counts.computeIfAbsent(row.getLong(1), id -> new EnumMap<>(CouponState.class))
                            .put(CouponState.valueOf(row.getString(2)), row.getLong(3));
                });
        List<CouponTemplateView> views = new ArrayList<>();
        for (CouponTemplateRow row : rows) {
            Map<CouponState, Long> of = counts.getOrDefault(row.id(), Map.of());
            views.add(new CouponTemplateView(
                    Long.toString(row.id()),
                    templates.terms(row),
                    row.state(),
                    row.issued(),
                    of.getOrDefault(CouponState.AVAILABLE, 0L),
                    of.getOrDefault(CouponState.HELD, 0L),
                    of.getOrDefault(CouponState.USED, 0L),
                    of.getOrDefault(CouponState.EXPIRED, 0L),
                    of.getOrDefault(CouponState.WITHDRAWN, 0L),
                    row.createdAt(),
                    row.updatedAt()));
        }
        return views;
    }

    CouponView view(CouponRow coupon, CouponTemplateRow template) {
        // what a timer has not marked yet has expired all the same
        boolean over =
                coupon.state() == CouponState.AVAILABLE && !clock.instant().isBefore(coupon.validTo());
        return new CouponView(
                Long.toString(coupon.id()),
                Long.toString(template.id()),
                template.name(),
                template.kind(),
                templates.terms(template).settings(),
                over ? CouponState.EXPIRED : coupon.state(),
                coupon.validFrom(),
                coupon.validTo(),
                coupon.orderId() == null ? null : Long.toString(coupon.orderId()),
                coupon.claimedAt(),
                ReturnRule.of(coupon.causeType()));
    }

    private Map<Long, CouponTemplateRow> templatesOf(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : templateMapper.byIds(ids).stream()
                        .collect(Collectors.toMap(CouponTemplateRow::id, Function.identity()));
    }
}
