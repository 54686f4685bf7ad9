package io.mendian.member.prepaid;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.member.wallet.RechargeExtras;
import io.mendian.member.wallet.RechargeExtrasQueries;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the snapshot of each recharge and card sale of a paid order: prices, gifts, services, validity, terms. */
@UseCase
public class RecordContracts {

    private final PrepaidContracts contracts;
    private final RefundPolicies policies;
    private final RechargeExtrasQueries extras;

    RecordContracts(PrepaidContracts contracts, RefundPolicies policies, RechargeExtrasQueries extras) {
        this.contracts = contracts;
        this.policies = policies;
        this.extras = extras;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(OrderPaid order, MemberKey member) {
        for (OrderLine line : order.lines()) {
            if (line.cardTerms() != null) {
                String product = "SKU:" + line.skuId();
                add(order, member, line, "CARD", product, card(line, line.cardTerms(), policies.product(product)));
            } else if (line.rechargeTerms() != null) {
                RechargeTerms recharge = line.rechargeTerms();
                String product = "PACKAGE:" + recharge.packageId();
                ContractTerms terms = recharge(order, line, recharge, policies.product(product));
                add(order, member, line, "RECHARGE", product, terms);
            }
        }
    }

    private void add(
            OrderPaid order, MemberKey member, OrderLine line, String kind, String product, ContractTerms terms) {
        contracts.add(new PrepaidContract(
                order.orderId().text(),
                line.lineId(),
                member.text(),
                kind,
                product,
                line.name(),
                order.orderNo(),
                order.storeId().text(),
                line.listMinor(),
                line.netMinor(),
                order.currency(),
                order.paidAt(),
                terms,
                null,
                null));
    }

    private ContractTerms card(OrderLine line, CardTerms card, ProductTerms product) {
        RefundPolicy policy = policies.of(product);
        return new ContractTerms(
                card.kind(),
                line.quantity(),
                0,
                0,
                List.of(),
                List.of(),
                0,
                card.uses(),
                card.validDays(),
                card.serviceSkuIds().stream().map(SkuId::text).toList(),
                card.storeIds().stream().map(StoreId::text).toList(),
                card.valueMinor(),
                product.unitListMinor(),
                policy,
                text(product, policy));
    }

    private ContractTerms recharge(OrderPaid order, OrderLine line, RechargeTerms recharge, ProductTerms product) {
        RefundPolicy policy = policies.of(product);
        RechargeExtras more = extras.at(recharge.packageId(), order.paidAt());
        long pieces = line.quantity();
        List<ContractTerms.Instalment> instalments = more.instalments().stream()
                .map(one -> new ContractTerms.Instalment(one.afterDays(), one.bonusMinor() * pieces))
                .toList();
        long later = instalments.stream()
                .mapToLong(ContractTerms.Instalment::bonusMinor)
                .sum();
        return new ContractTerms(
                "RECHARGE",
                pieces,
                recharge.principalMinor() * pieces,
                recharge.bonusMinor() * pieces + later,
                instalments,
                more.inWords(),
                more.declaredMinor() * pieces,
                0,
                null,
                List.of(),
                List.of(),
                null,
                null,
                policy,
                text(product, policy));
    }

    private static String text(ProductTerms product, RefundPolicy policy) {
        @Nullable String own = product.textVersion();
        return own == null ? policy.textVersion() : own;
    }
}
