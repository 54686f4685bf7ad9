package io.mendian.member.level;

import org.springframework.stereotype.Component;

/** The tables a session of levels works on. */
@Component
record LevelTables(Ladders ladders, Standings standings, ClosedPeriods periods, LevelCredits credits) {}
