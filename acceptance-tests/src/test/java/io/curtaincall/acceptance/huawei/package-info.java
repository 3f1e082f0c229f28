/** Huawei Cloud Live as its customers have it: by its SDK's clients, and what its pages say is refused. */
@NullMarked
package io.curtaincall.acceptance.huawei;

import org.jspecify.annotations.NullMarked;
