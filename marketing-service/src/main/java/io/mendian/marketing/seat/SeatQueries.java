package io.mendian.marketing.seat;

import io.mendian.kernel.MemberKey;
import io.mendian.marketing.campaign.Bargains;
import io.mendian.marketing.campaign.CampaignKind;
import io.mendian.marketing.campaign.CampaignOffer;
import io.mendian.marketing.campaign.CampaignOffers;
import io.mendian.marketing.campaign.CampaignProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of groups and seats, and the price of a piece. */
@Component
public class SeatQueries {

    private final CampaignOffers offers;
    private final Bargains bargains;
    private final BuyingGroupMapper groups;
    private final CampaignSeatMapper seats;
    private final JdbcClient jdbc;
    private final Clock clock;

    SeatQueries(
            CampaignOffers offers,
            Bargains bargains,
            BuyingGroupMapper groups,
            CampaignSeatMapper seats,
            JdbcClient jdbc,
            Clock clock) {
        this.offers = offers;
        this.bargains = bargains;
        this.groups = groups;
        this.seats = seats;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The price, or why it cannot be had now; holds nothing. */
    public SeatPrice price(SeatPrice.Asked asked) {
        CampaignOffer offer = offers.require(asked.offer());
        offer.requireFor(asked.store(), asked.sku());
        Instant now = clock.instant();
        Long joins = offer.terms().kind() == CampaignKind.GROUP_BUY ? asked.group() : null;
        if (joins == null && !offer.runsAt(now)) {
            throw CampaignProblem.CAMPAIGN_OVER.with();
        }
        offers.requireRoom(offer, asked.member(), asked.pieces());
        if (joins != null) {
            requireSeat(require(joins), offer, asked.member(), now);
        }
        long unit = offer.terms().priceMinor();
        if (offer.terms().kind() == CampaignKind.BARGAIN) {
            if (asked.pieces() != 1) {
                throw CampaignProblem.CAMPAIGN_LIMIT.with("limit", 1, "left", 1);
            }
            unit = bargains.price(offer.id(), asked.bargain(), asked.member());
        }
        return new SeatPrice(
                Long.toString(offer.id()), offer.terms().kind(), offer.terms().name(), unit);
    }

    private void requireSeat(BuyingGroupRow group, CampaignOffer offer, MemberKey member, Instant now) {
        if (group.offerId() != offer.id()) {
            throw SeatProblem.GROUP_UNKNOWN.with();
        }
        Long has = seats.seatIn(group.id(), member.value());
        if (has != null) {
            throw SeatProblem.alreadyJoined(has);
        }
        BuyingGroup ignored = BuyingGroup.of(group).joined(now);
    }

    private BuyingGroupRow require(long id) {
        BuyingGroupRow row = groups.selectById(id);
        if (row == null) {
            throw SeatProblem.GROUP_UNKNOWN.with();
        }
        return row;
    }

    public GroupView group(long id) {
        BuyingGroupRow row = require(id);
        if (row.state() == GroupState.FORMING || row.state() == GroupState.DROPPED) {
            throw SeatProblem.GROUP_UNKNOWN.with();
        }
        return GroupView.of(row);
    }

    /** Groups that can be joined, those first whose time is over first. */
    public List<GroupView> open(long offer, int limit) {
        return groups.open(offers.require(offer).id(), clock.instant(), limit).stream()
                .map(GroupView::of)
                .toList();
    }

    public OfferFigures figures(long offer) {
        CampaignOffer known = offers.require(offer);
        long[] group = counts("""
                SELECT COALESCE(SUM(opened_at IS NOT NULL), 0), COALESCE(SUM(state = 'OPEN'), 0),
                       COALESCE(SUM(state = 'FILLED'), 0), COALESCE(SUM(state = 'FAILED'), 0)
                FROM buying_group WHERE offer_id = ?
                """, offer);
        long[] seat = counts("""
                SELECT COALESCE(SUM(state = 'HELD'), 0), COALESCE(SUM(paid_at IS NOT NULL), 0),
                       COALESCE(SUM(state = 'RETURNED'), 0), COALESCE(SUM(state = 'SHORT'), 0),
                       COALESCE(SUM(paid_minor), 0), COALESCE(SUM(back_minor), 0)
                FROM campaign_seat WHERE offer_id = ?
                """, offer);
        long[] bargain =
                counts("SELECT COUNT(*), COALESCE(SUM(state = 'BOUGHT'), 0) FROM bargain WHERE offer_id = ?", offer);
        return new OfferFigures(
                Long.toString(offer),
                group[0],
                group[1],
                group[2],
                group[3],
                seat[0],
                seat[1],
                seat[2],
                seat[3],
                known.kept(),
                seat[4],
                seat[5],
                bargain[0],
                bargain[1]);
    }

    private long[] counts(String sql, long offer) {
        return jdbc.sql(sql)
                .param(offer)
                .query((row, n) -> {
                    long[] values = new long[row.getMetaData().getColumnCount()];
                    for (int i = 0; i < values.length; i++) {
                        values[i] = row.getLong(i + 1);
                    }
                    return values;
                })
                .single();
    }
}
