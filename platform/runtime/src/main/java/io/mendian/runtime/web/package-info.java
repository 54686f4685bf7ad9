/** JSON and request conventions shared by all services. */
@NullMarked
package io.mendian.runtime.web;

import org.jspecify.annotations.NullMarked;
