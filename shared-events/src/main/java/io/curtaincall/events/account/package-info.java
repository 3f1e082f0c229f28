@NullMarked
package io.curtaincall.events.account;

import org.jspecify.annotations.NullMarked;
