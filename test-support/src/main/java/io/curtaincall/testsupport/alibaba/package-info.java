/** ApsaraVideo Live as its customers reach it: by the vendor's own SDKs, which the user of this package brings. */
@NullMarked
package io.curtaincall.testsupport.alibaba;

import org.jspecify.annotations.NullMarked;
