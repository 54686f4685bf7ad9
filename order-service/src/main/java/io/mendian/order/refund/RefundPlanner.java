package io.mendian.order.refund;

import io.mendian.kernel.Split;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundBasis.PaidTender;
import io.mendian.order.refund.RefundBasis.SoldLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes what goes back. All shares are taken on running totals: whatever the order in which pieces come back, the same
 * pieces have brought back the same money, and the last piece ends exactly at what was paid. The discount of a piece goes
 * with it. The same holds for points used as cash, and for the tenders, over which the running amount is spread by nested
 * two-way shares (a two-way share never falls while its total rises, so no part is ever negative). A line paid by a card
 * comes back as uses of that card, never as money. Fees of the order as a whole go with the refund that makes it full.
 */
final class RefundPlanner {

    private final RefundBasis basis;
    private final Map<String, AssetFormula> assets;

    private RefundPlanner(RefundBasis basis, Map<String, AssetFormula> assets) {
        this.basis = basis;
        this.assets = assets;
    }

    private record Share(RefundPlan.Line line, long moneyMinor, long cardMinor) {}

    /**
     * The plan of a refund.
     *
     * @param assets what member-service says of the cards and recharges among the lines
     * @param withFees whether the fees go back as well: the refund leaves nothing of the order, and the settings say so
     */
    static RefundPlan plan(
            RefundBasis basis, List<ReturnWish> wishes, Map<String, AssetFormula> assets, boolean withFees) {
        return new RefundPlanner(basis, assets).plan(wishes, withFees);
    }

    private RefundPlan plan(List<ReturnWish> wishes, boolean withFees) {
        Map<Integer, Share> shares = new HashMap<>();
        List<RefundPlan.Line> lines = new ArrayList<>();
        for (ReturnWish wish : wishes) {
            Share share = share(wish);
            if (shares.put(share.line.no(), share) != null) {
                throw RefundProblem.RETURN_LINE_TWICE.with("line", wish.lineId());
            }
            lines.add(share.line);
        }
        long fees = withFees ? basis.feesMinor() - basis.feesBackMinor() : 0;
        long money =
                fees + shares.values().stream().mapToLong(Share::moneyMinor).sum();
        List<RefundPlan.Part> parts = new ArrayList<>(cardParts(shares));
        parts.addAll(spread(basis.tenders(), money));
        long amount = parts.stream().mapToLong(RefundPlan.Part::amountMinor).sum();
        long points = Math.max(0, pointsAfter(shares) - basis.pointsBack());
        return new RefundPlan(amount, fees, points, lines, parts);
    }

    private Share share(ReturnWish wish) {
        SoldLine line = basis.require(wish.lineId());
        if (wish.quantity() > line.leftQuantity() || wish.quantity() < 1) {
            throw RefundProblem.RETURN_TOO_MUCH.with("name", line.name(), "left", line.leftQuantity());
        }
        AssetFormula formula = assets.get(line.lineId());
        long pieces = line.backQuantity() + wish.quantity();
        long cardBack = cardBack(line);
        long card = Math.max(0, Split.share(line.cardMinor(), pieces, line.quantity()) - cardBack);
        long money = formula == null
                ? Math.max(0, moneyAfter(line, pieces) - (line.backMinor() - cardBack))
                : Math.min(formula.refundMinor(), line.paidMinor() - line.backMinor());
        long list = Split.share(line.listMinor(), pieces, line.quantity())
                - Split.share(line.listMinor(), line.backQuantity(), line.quantity());
        long exchanged = Split.share(line.exchangePoints(), pieces, line.quantity())
                - Split.share(line.exchangePoints(), line.backQuantity(), line.quantity());
        RefundPlan.Line back = new RefundPlan.Line(
                line.no(),
                line.name(),
                wish.quantity(),
                list,
                money + card,
                exchanged,
                !Boolean.FALSE.equals(wish.restock()),
                formula);
        return new Share(back, money, card);
    }

    private static long moneyAfter(SoldLine line, long pieces) {
        return Split.share(line.paidMinor() - line.cardMinor(), pieces, line.quantity());
    }

    private long cardBack(SoldLine line) {
        return basis.tenders().stream()
                .filter(tender -> tender.paysLine(line))
                .mapToLong(PaidTender::backMinor)
                .sum();
    }

    /** The points that have come back after these pieces: those in prices by pieces, those used as cash by what they paid. */
    private long pointsAfter(Map<Integer, Share> shares) {
        long exchange = 0;
        long exchangeBack = 0;
        long paidByPoints = 0;
        long back = 0;
        boolean all = true;
        for (SoldLine line : basis.lines()) {
            Share share = shares.get(line.no());
            long pieces = line.backQuantity() + (share == null ? 0 : share.line.quantity());
            exchange += line.exchangePoints();
            exchangeBack += Split.share(line.exchangePoints(), pieces, line.quantity());
            paidByPoints += line.pointsMinor();
            back += pointsMinorBack(line, share, pieces);
            all &= pieces == line.quantity();
        }
        long asCash = basis.pointsUsed() - exchange;
        if (paidByPoints == 0) {
            return exchangeBack + (all ? asCash : 0);
        }
        return exchangeBack + Split.share(asCash, back, paidByPoints);
    }

    /** Of a card or a recharge points come back as its money does: what was used up is not given back by points either. */
    private static long pointsMinorBack(SoldLine line, @Nullable Share share, long pieces) {
        if (!line.isAsset() || line.paidMinor() == 0) {
            return Split.share(line.pointsMinor(), pieces, line.quantity());
        }
        long money = line.backMinor() + (share == null ? 0 : share.moneyMinor);
        return Split.share(line.pointsMinor(), money, line.paidMinor());
    }

    private List<RefundPlan.Part> cardParts(Map<Integer, Share> shares) {
        List<RefundPlan.Part> parts = new ArrayList<>();
        for (SoldLine line : basis.lines()) {
            Share share = shares.get(line.no());
            if (share != null && share.cardMinor > 0) {
                PaidTender tender = basis.tenders().stream()
                        .filter(one -> one.paysLine(line))
                        .findFirst()
                        .orElseThrow();
                parts.add(part(tender, share.cardMinor));
            }
        }
        return parts;
    }

    /** Spreads money over the tenders that are money, on the running total. */
    static List<RefundPlan.Part> spread(List<PaidTender> all, long money) {
        List<PaidTender> tenders =
                all.stream().filter(one -> one.kind() != TenderKind.CARD_USE).toList();
        long running = money + tenders.stream().mapToLong(PaidTender::backMinor).sum();
        if (running > tenders.stream().mapToLong(PaidTender::amountMinor).sum()) {
            throw new IllegalStateException("more goes back than was paid: " + running);
        }
        long[] targets =
                targets(tenders.stream().mapToLong(PaidTender::amountMinor).toArray(), running);
        // the targets sum to the running total: where a tender is beyond its own, the others' take exactly what is left
        long left = money;
        long[] amounts = new long[targets.length];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = Math.clamp(targets[i] - tenders.get(i).backMinor(), 0, left);
            left -= amounts[i];
        }
        List<RefundPlan.Part> parts = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            if (amounts[i] > 0) {
                parts.add(part(tenders.get(i), amounts[i]));
            }
        }
        return parts;
    }

    private static RefundPlan.Part part(PaidTender tender, long amount) {
        return new RefundPlan.Part(tender.no(), tender.kind(), tender.reference(), amount, tender.amountMinor());
    }

    /** How a running amount is spread: the first has its share, the second its share of the rest, and so on. */
    static long[] targets(long[] amounts, long running) {
        long[] targets = new long[amounts.length];
        long total = 0;
        for (long amount : amounts) {
            total += amount;
        }
        long rest = running;
        for (int i = 0; i < amounts.length; i++) {
            targets[i] = total == 0 ? 0 : Split.share(amounts[i], rest, total);
            rest -= targets[i];
            total -= amounts[i];
        }
        return targets;
    }

    /** Whether nothing is left of an order of which so many pieces have come back, by line. */
    static boolean isFull(RefundBasis basis, Map<Integer, Long> backByLine) {
        return basis.lines().stream().allMatch(line -> backByLine.getOrDefault(line.no(), 0L) >= line.quantity());
    }
}
