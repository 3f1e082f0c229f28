package io.curtaincall.dialects.volcengine;

/**
 * What the vendor's page says of an operation.
 *
 * @param action as the {@code Action} names it
 * @param perSecond how often an account may call it, unless a setting says otherwise
 */
record Declaration(String action, int perSecond) {}
