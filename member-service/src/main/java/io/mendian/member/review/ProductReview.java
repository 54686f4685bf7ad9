package io.mendian.member.review;

import java.time.LocalDate;

/** An approved review as other customers read it; it names nobody. */
public record ProductReview(String reviewId, int stars, String text, LocalDate date) {}
