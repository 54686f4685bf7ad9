package io.mendian.order.neighbours;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.order.campaign.CampaignKind;
import io.mendian.order.campaign.client.CampaignClient;
import io.mendian.testkit.NeighbourContract;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The campaign offers of marketing-service as checkout sees them: a price, and as many seats as a test gives. */
@Component
@Primary
public class FakeCampaigns implements CampaignClient {

    private record Offer(CampaignKind kind, SkuId sku, long unitMinor, long seats) {}

    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final Map<String, SeatRequest> seats = new ConcurrentHashMap<>();
    private final Set<String> released = ConcurrentHashMap.newKeySet();

    private final NeighbourContract contract;

    FakeCampaigns(NeighbourContract contract) {
        this.contract = contract;
    }

    /** A new offer; gives its id. */
    public String offer(CampaignKind kind, SkuId sku, long unitMinor, long seats) {
        String id = Long.toString(Shop.id());
        offers.put(id, new Offer(kind, sku, unitMinor, seats));
        return id;
    }

    public SeatRequest seat(String order) {
        return seats.get(order);
    }

    public boolean wasReleased(String order) {
        return released.contains(order);
    }

    @Override
    public Price price(PriceRequest request) {
        contract.posted("marketing-service", "/internal/v1/campaign-prices", request);
        Hops.made("campaign price");
        Offer offer = offers.get(request.offerId());
        if (offer == null) {
            throw new FakeMembers.Refusal("CAMPAIGN_UNKNOWN", 404).with();
        }
        if (!offer.sku().equals(request.skuId())) {
            throw new FakeMembers.Refusal("CAMPAIGN_OTHER_PRODUCT", 409).with();
        }
        requireNoOther(request.groupId(), request.memberKey());
        return new Price(request.offerId(), offer.kind(), "周末", offer.unitMinor());
    }

    @Override
    public synchronized void hold(SeatRequest request) {
        contract.posted("marketing-service", "/internal/v1/campaign-seats", request);
        Hops.made("campaign seat");
        if (seats.containsKey(request.holdId())) {
            return;
        }
        Offer offer = offers.get(request.offerId());
        long taken = seats.values().stream()
                .filter(seat -> seat.offerId().equals(request.offerId()))
                .count();
        if (taken >= offer.seats()) {
            throw new FakeMembers.Refusal("CAMPAIGN_SOLD_OUT", 409).with("left", 0);
        }
        requireNoOther(request.groupId(), request.memberKey());
        seats.put(request.holdId(), request);
    }

    private void requireNoOther(@Nullable String group, MemberKey member) {
        seats.values().stream()
                .filter(seat -> group != null && group.equals(seat.groupId()))
                .filter(seat -> seat.memberKey().equals(member))
                .findFirst()
                .ifPresent(seat -> {
                    throw new FakeMembers.Refusal("GROUP_ALREADY_JOINED", 409).with("orderId", seat.holdId());
                });
    }

    @Override
    public synchronized void release(String holdId) {
        seats.remove(holdId);
        released.add(holdId);
    }
}
