@NullMarked
package io.curtaincall.dispatch.hook.session;

import org.jspecify.annotations.NullMarked;
