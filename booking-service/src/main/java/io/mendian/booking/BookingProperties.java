package io.mendian.booking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the booking service.
 *
 * @param weeksAhead how many weeks of class sessions are made in advance
 * @param slotStepMinutes distance between two appointment times that are offered; a multiple of 5
 * @param checkInMinutesBefore how early before its beginning a booking can be checked in
 */
@ConfigurationProperties("mendian.booking")
public record BookingProperties(
        @DefaultValue("4") int weeksAhead,
        @DefaultValue("15") int slotStepMinutes,
        @DefaultValue("120") int checkInMinutesBefore) {}
