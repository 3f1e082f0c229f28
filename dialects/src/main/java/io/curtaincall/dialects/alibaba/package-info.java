/** ApsaraVideo Live (product {@code live}, version {@code 2016-11-01}): the operations of its RPC API and its callbacks. */
@NullMarked
package io.curtaincall.dialects.alibaba;

import org.jspecify.annotations.NullMarked;
