@NullMarked
package io.curtaincall.config.hooksource;

import org.jspecify.annotations.NullMarked;
