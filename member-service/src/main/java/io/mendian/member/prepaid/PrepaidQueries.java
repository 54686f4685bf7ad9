package io.mendian.member.prepaid;

import io.mendian.kernel.MemberKey;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads of prepaid contracts, refund policies and what a refund would come to. */
@Component
public class PrepaidQueries {

    private final PrepaidContracts contracts;
    private final RefundPolicies policies;
    private final AssetRefundQuotes quotes;

    PrepaidQueries(PrepaidContracts contracts, RefundPolicies policies, AssetRefundQuotes quotes) {
        this.contracts = contracts;
        this.policies = policies;
        this.quotes = quotes;
    }

    /** What returning this line would give back now; nothing is set aside. */
    public AssetRefundView quote(long orderId, String lineId, RefundCause cause, long paidMinor) {
        PrepaidContract contract =
                contracts.find(orderId, lineId).orElseThrow(PrepaidProblem.PREPAID_CONTRACT_UNKNOWN::with);
        return quotes.reckon(contract, cause, paidMinor, false).view();
    }

    /** The same for the member himself; another member's contract is unknown. */
    public AssetRefundView quote(MemberKey member, long orderId, String lineId, RefundCause cause) {
        PrepaidContract contract = contract(member, orderId, lineId);
        return quotes.reckon(contract, cause, contract.paidMinor(), false).view();
    }

    /** A member's contract; another member's is unknown. */
    public PrepaidContract contract(MemberKey member, long orderId, String lineId) {
        return contracts
                .find(orderId, lineId)
                .filter(known -> known.member() == member.value())
                .orElseThrow(PrepaidProblem.PREPAID_CONTRACT_UNKNOWN::with);
    }

    /** A member's contracts, the newest first, at most 200. */
    public List<PrepaidContract> ofMember(MemberKey member) {
        return contracts.ofMember(member.value());
    }

    /** The named policies as they are now; DEFAULT is the chain's. */
    public List<RefundPolicy> policies() {
        List<RefundPolicy> all = policies.all();
        return all.isEmpty() ? List.of(RefundPolicy.STATUTORY) : all;
    }

    public ProductTerms product(String product) {
        return policies.product(product);
    }
}
