@NullMarked
package io.curtaincall.dialects.huawei;

import org.jspecify.annotations.NullMarked;
