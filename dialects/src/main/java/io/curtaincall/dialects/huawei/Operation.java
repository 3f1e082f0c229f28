package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.huawei.Route.Places;

/** One operation of the API. Every bean of this type is served; nothing else lists them. */
abstract class Operation {
    private final Declaration declaration;

    Operation(Declaration declaration) {
        this.declaration = declaration;
    }

    final Declaration declaration() {
        return declaration;
    }

    /** Whether this process has what it needs; if not, another one may. */
    boolean isAvailable() {
        return true;
    }

    /**
     * @throws HuaweiRefusal in the vendor's own words
     * @throws io.curtaincall.access.problem.RefusedException to be worded so
     */
    abstract Answer answer(ApiRequest request, Places places);
}
