@NullMarked
package io.curtaincall.dialects.volcengine;

import org.jspecify.annotations.NullMarked;
