package io.curtaincall.dialects.alibaba;

import io.curtaincall.events.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor's page says of an operation.
 *
 * @param action as the {@code Action} names it
 * @param perSecond how often an account may call it, unless a setting says otherwise
 * @param readsOnly a call changes nothing
 * @param forbidden what who may not call it is told, null if that is what the family says
 */
record Declaration(
        String action,
        Family family,
        int perSecond,
        boolean readsOnly,
        @Nullable AlibabaError forbidden) {
    static Declaration reading(String action, Family family, int perSecond) {
        return new Declaration(action, family, perSecond, true, null);
    }

    static Declaration writing(String action, Family family, int perSecond) {
        return new Declaration(action, family, perSecond, false, null);
    }

    Declaration forbidding(AlibabaError words) {
        return new Declaration(action, family, perSecond, readsOnly, words);
    }

    Role needs() {
        return readsOnly ? Role.READ : Role.WRITE;
    }

    AlibabaError forbidden(String why) {
        return forbidden == null ? family.forbidden(why) : forbidden;
    }
}
