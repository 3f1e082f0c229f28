/** Both ends as customers of ApsaraVideo Live have them: its SDKs, and receivers written from its pages. */
@NullMarked
package io.curtaincall.acceptance.alibaba;

import org.jspecify.annotations.NullMarked;
