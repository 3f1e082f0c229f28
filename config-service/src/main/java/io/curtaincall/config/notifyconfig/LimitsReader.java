package io.curtaincall.config.notifyconfig;

import io.curtaincall.config.request.RequestFields;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import org.jspecify.annotations.Nullable;

/** Reads how much of a config's callbacks its receiver can take. */
final class LimitsReader {
    private static final int MOST_PER_SECOND = 10_000;
    private static final int MOST_CONCURRENT = 1_000;

    private LimitsReader() {}

    /** @return null where the request leaves all to the installation */
    static @Nullable Limits read(RequestFields fields) {
        if (!fields.names("limits")) return null;
        RequestFields given = fields.object("limits");
        Limits limits = new Limits(
                count(given, "perSecond", MOST_PER_SECOND),
                count(given, "concurrent", MOST_CONCURRENT),
                given.flag("inOrder", false));
        return limits.equals(new Limits(null, null, false)) ? null : limits;
    }

    private static @Nullable Integer count(RequestFields given, String name, int most) {
        Long number = given.optionalNumber(name).orElse(null);
        if (number == null) return null;
        if (number < 1 || number > most) given.refuse(name, "must be from 1 to " + most);
        return Math.clamp(number, 1, most);
    }
}
