/** Volcengine's SDKs, made to speak to our own endpoint. */
@NullMarked
package io.curtaincall.testsupport.volcengine;

import org.jspecify.annotations.NullMarked;
