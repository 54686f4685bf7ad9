/** What check-in asks of member-service. */
@NullMarked
package io.mendian.booking.checkin.client;

import org.jspecify.annotations.NullMarked;
