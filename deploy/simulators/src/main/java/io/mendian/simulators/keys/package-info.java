/** The key material that a merchant and his providers share, generated once into a folder. */
@NullMarked
package io.mendian.simulators.keys;

import org.jspecify.annotations.NullMarked;
