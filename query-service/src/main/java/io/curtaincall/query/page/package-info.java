/** What all lists share: how a row is keyed, where a page ended, and how a question is read. */
@NullMarked
package io.curtaincall.query.page;

import org.jspecify.annotations.NullMarked;
