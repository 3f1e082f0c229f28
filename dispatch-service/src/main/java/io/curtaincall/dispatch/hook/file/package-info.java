@NullMarked
package io.curtaincall.dispatch.hook.file;

import org.jspecify.annotations.NullMarked;
