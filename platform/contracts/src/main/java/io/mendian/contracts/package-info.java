/** Everything the services say to each other: one package per publisher, plain records, fields only ever added. */
@NullMarked
package io.mendian.contracts;

import org.jspecify.annotations.NullMarked;
