/** What a person should look at: low stock, shortages, pieces lost on the way. */
@NullMarked
package io.mendian.inventory.alert;

import org.jspecify.annotations.NullMarked;
