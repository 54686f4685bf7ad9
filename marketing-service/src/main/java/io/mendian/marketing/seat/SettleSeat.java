package io.mendian.marketing.seat;

import io.mendian.contracts.marketing.GroupFailed;
import io.mendian.kernel.OrderId;
import io.mendian.marketing.campaign.Bargains;
import io.mendian.marketing.campaign.CampaignOffer;
import io.mendian.marketing.campaign.CampaignOffers;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A paid order has its seat for good, once; the last seat of a group makes it succeed. An order whose hold had ended takes a seat again if one
 * is left; else a group-buy is refunded by itself, and anything else is an alarm, for it was sold beyond its allotment.
 */
@UseCase
public class SettleSeat {

    private final Seats seats;
    private final Groups groups;
    private final CampaignOffers offers;
    private final Bargains bargains;
    private final Outbox outbox;
    private final Alarms alarms;
    private final TransactionTemplate savepoint;
    private final Clock clock;

    SettleSeat(
            Seats seats,
            Groups groups,
            CampaignOffers offers,
            Bargains bargains,
            Outbox outbox,
            Alarms alarms,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.seats = seats;
        this.groups = groups;
        this.offers = offers;
        this.bargains = bargains;
        this.outbox = outbox;
        this.alarms = alarms;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    @Transactional
    public void settle(OrderId order, long paidMinor, Instant paidAt) {
        CampaignSeatRow seat = seats.lock(order);
        if (seat == null || !seat.state().next().contains(SeatState.PAID)) {
            return;
        }
        CampaignOffer offer = offers.require(seat.offerId());
        boolean has = seat.state() == SeatState.HELD || takenAgain(seat, offer);
        seats.move(seat, has ? SeatState.PAID : SeatState.SHORT);
        seats.paid(seat, paidMinor, paidAt);
        if (!has) {
            tellShort(seat);
        } else if (seat.groupId() != null) {
            payInGroup(seat.groupId(), offer);
        } else if (seat.bargainId() != null && seat.state() == SeatState.HELD) {
            bargains.buy(seat.bargainId());
        }
    }

    private void payInGroup(long id, CampaignOffer offer) {
        Instant now = clock.instant();
        BuyingGroup was = BuyingGroup.of(groups.lock(id));
        Duration life = Duration.ofHours(Objects.requireNonNull(offer.terms().lifeHours()));
        BuyingGroup paid = was.paid(now, life);
        groups.save(was, paid);
        if (paid.state() == GroupState.FILLED && was.state() != GroupState.FILLED) {
            outbox.add(groups.settled(paid, offer.id(), now));
        }
    }

    private boolean takenAgain(CampaignSeatRow seat, CampaignOffer offer) {
        try {
            savepoint.executeWithoutResult(status -> {
                if (seat.groupId() != null) {
                    BuyingGroup was = BuyingGroup.of(groups.lock(seat.groupId()));
                    seats.requireAlone(seat);
                    groups.save(was, seat.opensGroup() ? was.formedAgain() : was.joined(clock.instant()));
                }
                if (seat.bargainId() != null) {
                    bargains.buyLate(seat.bargainId());
                }
                offers.keep(offer, seat.member(), seat.pieces(), true);
            });
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    private void tellShort(CampaignSeatRow seat) {
        String offer = Long.toString(seat.offerId());
        if (seat.groupId() != null) {
            outbox.add(new GroupFailed(
                    Long.toString(seat.groupId()), offer, List.of(seat.order()), "LATE", clock.instant()));
        } else {
            alarms.raise("CAMPAIGN_SHORT", seat.order().text(), Map.of("offerId", offer, "pieces", seat.pieces()));
        }
    }
}
