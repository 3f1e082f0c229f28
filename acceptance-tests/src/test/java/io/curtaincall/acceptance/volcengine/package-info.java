/** The receiving end as customers of Volcengine Live have it: written from the vendor's pages. */
@NullMarked
package io.curtaincall.acceptance.volcengine;

import org.jspecify.annotations.NullMarked;
