package io.mendian.member.level;

/** What a level entitles to beyond price and points; other services ask for it in the checkout's context. */
public enum LevelRight {
    BIRTHDAY_GIFT,
    FREE_GIFT,
    PRIORITY_DELIVERY,
    OWN_AGENT,
    PRE_ORDER
}
