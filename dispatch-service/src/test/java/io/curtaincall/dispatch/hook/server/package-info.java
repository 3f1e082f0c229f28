@NullMarked
package io.curtaincall.dispatch.hook.server;

import org.jspecify.annotations.NullMarked;
