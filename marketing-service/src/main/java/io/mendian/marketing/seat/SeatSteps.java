package io.mendian.marketing.seat;

import io.mendian.marketing.campaign.Bargains;
import io.mendian.marketing.campaign.CampaignKind;
import io.mendian.marketing.campaign.CampaignOffer;
import io.mendian.marketing.campaign.CampaignOffers;
import io.mendian.marketing.campaign.CampaignProblem;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** The transaction that takes a seat: the group's seat, the order's row, the bargain, the allotment; all or none. */
@UseCase
class SeatSteps {

    private final CampaignOffers offers;
    private final Bargains bargains;
    private final CampaignSeatMapper seats;
    private final Groups groups;
    private final Clock clock;

    SeatSteps(CampaignOffers offers, Bargains bargains, CampaignSeatMapper seats, Groups groups, Clock clock) {
        this.offers = offers;
        this.bargains = bargains;
        this.seats = seats;
        this.groups = groups;
        this.clock = clock;
    }

    @Transactional
    public void hold(HoldSeatCommand command) {
        CampaignSeatRow known = seats.selectById(command.order().value());
        if (known != null) {
            same(known, command);
            return;
        }
        CampaignOffer offer = offers.require(command.offer());
        offer.requireFor(command.store(), command.sku());
        Instant now = clock.instant();
        CampaignSeatRow seat = seat(command, offer, now);
        boolean joins = seat.groupId() != null && !seat.opensGroup();
        if (seat.groupId() != null) {
            takeOfGroup(seat, offer, now);
        }
        seats.insert(seat);
        price(command, offer);
        offers.keep(offer, command.member(), command.pieces(), joins);
    }

    private CampaignSeatRow seat(HoldSeatCommand command, CampaignOffer offer, Instant now) {
        boolean group = offer.terms().kind() == CampaignKind.GROUP_BUY;
        Long groupId = group
                ? Objects.requireNonNullElse(command.group(), command.order().value())
                : null;
        return new CampaignSeatRow(
                command.order().value(),
                offer.id(),
                offer.terms().kind(),
                groupId,
                offer.terms().kind() == CampaignKind.BARGAIN ? command.bargain() : null,
                command.member().value(),
                command.member().value(),
                command.pieces(),
                command.unitMinor(),
                SeatState.HELD,
                command.expiresAt(),
                now,
                null,
                0,
                0);
    }

    private void takeOfGroup(CampaignSeatRow seat, CampaignOffer offer, Instant now) {
        long id = Objects.requireNonNull(seat.groupId());
        if (seat.opensGroup()) {
            int size = Objects.requireNonNull(offer.terms().groupSize());
            groups.open(BuyingGroup.formed(id, size), offer.id(), seat.memberKey(), now);
            return;
        }
        BuyingGroupRow row = groups.lock(id);
        if (row.offerId() != offer.id()) {
            throw SeatProblem.GROUP_UNKNOWN.with();
        }
        Long has = seats.seatIn(id, seat.memberKey());
        if (has != null && has != seat.orderId()) {
            throw SeatProblem.alreadyJoined(has);
        }
        BuyingGroup group = BuyingGroup.of(row);
        groups.save(group, group.joined(now));
    }

    private void price(HoldSeatCommand command, CampaignOffer offer) {
        if (offer.terms().kind() == CampaignKind.BARGAIN) {
            Long bargain = command.bargain();
            if (bargain == null || command.pieces() != 1) {
                throw CampaignProblem.BARGAIN_NEEDED.with();
            }
            bargains.order(offer.id(), bargain, command.member(), command.unitMinor());
        } else if (command.unitMinor() != offer.terms().priceMinor()) {
            throw CampaignProblem.CAMPAIGN_PRICE_CHANGED.with(
                    "priceMinor", offer.terms().priceMinor());
        }
    }

    private static void same(CampaignSeatRow known, HoldSeatCommand command) {
        @Nullable Long group = known.groupId() == null || known.opensGroup() ? null : known.groupId();
        boolean same = known.offerId() == command.offer()
                && known.memberKey() == command.member().value()
                && known.pieces() == command.pieces()
                && known.unitMinor() == command.unitMinor()
                && Objects.equals(group, known.groupId() == null ? null : command.group())
                && (known.bargainId() == null || known.bargainId().equals(command.bargain()));
        if (!same) {
            throw SeatProblem.SEAT_HOLD_DIFFERS.with();
        }
        if (!known.state().keeps()) {
            throw SeatProblem.SEAT_HOLD_ENDED.with();
        }
    }
}
