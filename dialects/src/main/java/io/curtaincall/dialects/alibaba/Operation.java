package io.curtaincall.dialects.alibaba;

/** One operation of the API. Every bean of this type is served; nothing else lists them. */
interface Operation {
    /** As the {@code Action} names it. */
    String action();

    /** How often an account may call it in a second, unless a setting says otherwise. */
    int perSecond();

    Family family();

    /** Whether this process has the port that serves it; if not, another one may. */
    boolean isAvailable();

    /**
     * @throws AlibabaRefusal in the vendor's own words
     * @throws io.curtaincall.access.problem.RefusedException to be worded as the family does
     */
    Answer answer(Call call);
}
