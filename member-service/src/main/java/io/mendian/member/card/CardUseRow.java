package io.mendian.member.card;

/** A recorded use; {@code usesLeft} after it. */
record CardUseRow(
        String useId,
        long cardId,
        long memberKey,
        long serviceSkuId,
        long storeId,
        long usesLeft,
        long valueMinor,
        String status) {

    boolean isFor(UseCardCommand command) {
        return memberKey == command.memberKey().value()
                && serviceSkuId == command.serviceSkuId().value()
                && storeId == command.storeId().value();
    }

    boolean isGivenBack() {
        return status.equals("GIVEN_BACK");
    }
}
