/** What is there: stock, holds, movements, transfers and the alerts about them. */
@NullMarked
package io.mendian.inventory;

import org.jspecify.annotations.NullMarked;
