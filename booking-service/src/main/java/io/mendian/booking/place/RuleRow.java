package io.mendian.booking.place;

record RuleRow(
        long skuId,
        boolean needsPlace,
        int opensDaysBefore,
        int closesMinutesBefore,
        int cancelMinutesBefore,
        boolean cardUse) {}
