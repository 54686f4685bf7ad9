package io.mendian.chain;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A day of trading through the gateway, as each role: every step goes on where the one before it ended. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DayOfTradingTest {

    private final TradingDay day = new TradingDay();
    private final OpeningSteps opening = new OpeningSteps(day);
    private final SellingSteps selling = new SellingSteps(day);
    private final BookingSteps booking = new BookingSteps(day);
    private final ClosingSteps closing = new ClosingSteps(day);

    @Test
    @Order(1)
    void rightsOfAClerkEndAtHisStoreAndAtOnceWhenHeLeaves() {
        opening.rightsOfAClerkEndAtHisStoreAndAtOnceWhenHeLeaves();
    }

    @Test
    @Order(2)
    void aCatalogueIsImportedAfterADryRunThatListsEveryBadRow() {
        opening.aCatalogueIsImportedAfterADryRunThatListsEveryBadRow();
    }

    @Test
    @Order(3)
    void goodsAreReceivedAgainstADocument() {
        opening.goodsAreReceivedAgainstADocument();
    }

    @Test
    @Order(4)
    void headquartersSetsLevelsPointsAndCoupons() {
        opening.headquartersSetsLevelsPointsAndCoupons();
    }

    @Test
    @Order(5)
    void customersJoinByPhoneAndByWeChat() {
        opening.customersJoinByPhoneAndByWeChat();
    }

    @Test
    @Order(6)
    void aSaleToAnUnknownPhoneMakesAMember() {
        selling.aSaleToAnUnknownPhoneMakesAMember();
    }

    @Test
    @Order(7)
    void aQuoteExplainsEachLine() {
        selling.aQuoteExplainsEachLine();
    }

    @Test
    @Order(8)
    void anOrderPaidByWeChatMovesEverythingOnceAlsoWhenItIsToldTwice() {
        selling.anOrderPaidByWeChatMovesEverythingOnceAlsoWhenItIsToldTwice();
    }

    @Test
    @Order(9)
    void heRechargesWithABonusAndPaysByStoredValue() {
        selling.heRechargesWithABonusAndPaysByStoredValue();
    }

    @Test
    @Order(10)
    void aSaleIsParkedAndResumed() {
        selling.aSaleIsParkedAndResumed();
    }

    @Test
    @Order(11)
    void aClassSeatIsBookedTheFullClassRefusesAndACheckInTakesOneUseOfTheCard() {
        booking.aClassSeatIsBookedTheFullClassRefusesAndACheckInTakesOneUseOfTheCard();
    }

    @Test
    @Order(12)
    void anAppointmentTakesTheStylistOnce() {
        booking.anAppointmentTakesTheStylistOnce();
    }

    @Test
    @Order(13)
    void oneOfThreePiecesComesBackAndItsPaidShareWithIt() {
        selling.oneOfThreePiecesComesBackAndItsPaidShareWithIt();
    }

    @Test
    @Order(14)
    void anUnpaidOrderEndsByItselfAndEverythingItHeldIsFree() {
        selling.anUnpaidOrderEndsByItselfAndEverythingItHeldIsFree();
    }

    @Test
    @Order(15)
    void theDayClosesAndHeadquartersSeesIt() {
        closing.theDayClosesAndHeadquartersSeesIt();
    }
}
