/** Volcengine Live as its customers have it: its SDKs, what its pages say is refused, and the receiving end. */
@NullMarked
package io.curtaincall.acceptance.volcengine;

import org.jspecify.annotations.NullMarked;
