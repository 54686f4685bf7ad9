package io.mendian.marketing.coupon.messaging;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.contracts.member.MemberPersonKnown;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.marketing.coupon.GiveCoupons;
import io.mendian.marketing.coupon.IssueOn;
import io.mendian.marketing.coupon.NoteMembers;
import io.mendian.marketing.coupon.NotePersons;
import io.mendian.marketing.coupon.WithdrawCoupons;
import io.mendian.runtime.event.Event;
import io.mendian.runtime.event.EventHandlers;
import io.mendian.runtime.event.OnEvent;

/** Occasions on which coupons are given or taken back. What history tells gives nothing. */
@EventHandlers
class CouponEvents {

    private final GiveCoupons give;
    private final WithdrawCoupons withdraw;
    private final NoteMembers members;
    private final NotePersons persons;

    CouponEvents(GiveCoupons give, WithdrawCoupons withdraw, NoteMembers members, NotePersons persons) {
        this.give = give;
        this.withdraw = withdraw;
        this.members = members;
        this.persons = persons;
    }

    @OnEvent
    void onJoined(Event<MemberJoined> event) {
        MemberJoined joined = event.data();
        members.joined(joined.memberKey(), joined.history());
        if (joined.personKey() != null) {
            persons.known(joined.memberKey(), joined.personKey(), null);
        }
        if (!joined.history()) {
            give.give(
                    IssueOn.MEMBER_JOINED,
                    joined.memberKey(),
                    joined.memberKey().text(),
                    Long.MAX_VALUE);
        }
    }

    @OnEvent
    void onPersonKnown(Event<MemberPersonKnown> event) {
        MemberPersonKnown known = event.data();
        persons.known(known.memberKey(), known.personKey(), known.mergedInto());
    }

    @OnEvent
    void onPaid(Event<OrderPaid> event) {
        OrderPaid paid = event.data();
        if (paid.memberKey() == null) {
            return;
        }
        members.bought(paid.memberKey(), paid.orderId());
        long worth = paid.lines().stream()
                .filter(line -> !line.kind().equals("RECHARGE"))
                .mapToLong(OrderLine::netMinor)
                .sum();
        if (!paid.history() && worth > 0) {
            give.give(IssueOn.ORDER_PAID, paid.memberKey(), paid.orderId().text(), worth);
        }
    }

    @OnEvent
    void onRefunded(Event<OrderRefunded> event) {
        if (event.data().full()) {
            withdraw.withdraw(event.data().orderId());
        }
    }
}
