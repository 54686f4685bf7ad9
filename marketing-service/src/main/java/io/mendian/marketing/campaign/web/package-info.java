/** HTTP in. */
@NullMarked
package io.mendian.marketing.campaign.web;

import org.jspecify.annotations.NullMarked;
