package io.mendian.member.pointsgift;

import io.mendian.kernel.MemberKey;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads of gifts. */
@Component
public class GiftQueries {

    private final Gifts gifts;

    GiftQueries(Gifts gifts) {
        this.gifts = gifts;
    }

    /** Given and received, newest first. */
    public List<GiftView> ofMember(MemberKey member, long before, int limit) {
        return gifts.ofMember(member.value(), before, limit).stream()
                .map(gift -> gift.seenBy(member.value()))
                .toList();
    }

    /** The same without the codes, for staff. */
    public List<GiftView> withoutCodes(MemberKey member, long before, int limit) {
        return ofMember(member, before, limit).stream()
                .map(GiftView::withoutCode)
                .toList();
    }
}
