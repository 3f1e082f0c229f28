/** Volcengine Live (service {@code live}, version {@code 2023-01-01}): the operations on callbacks, and the callbacks. */
@NullMarked
package io.curtaincall.dialects.volcengine;

import org.jspecify.annotations.NullMarked;
