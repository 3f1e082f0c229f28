@NullMarked
package io.curtaincall.config.account;

import org.jspecify.annotations.NullMarked;
