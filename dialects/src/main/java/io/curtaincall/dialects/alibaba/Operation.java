package io.curtaincall.dialects.alibaba;

import org.springframework.beans.factory.ObjectProvider;

/**
 * One operation of the API. Every bean of this type is served; nothing else lists them.
 *
 * @param <P> the port that serves it
 */
abstract class Operation<P> {
    private final Declaration declaration;
    private final ObjectProvider<P> port;

    Operation(Declaration declaration, ObjectProvider<P> port) {
        this.declaration = declaration;
        this.port = port;
    }

    final Declaration declaration() {
        return declaration;
    }

    /** Whether this process has the port; if not, another one may. */
    final boolean isAvailable() {
        return port.getIfAvailable() != null;
    }

    final P port() {
        return port.getObject();
    }

    /**
     * @throws AlibabaRefusal in the vendor's own words
     * @throws io.curtaincall.access.problem.RefusedException to be worded as the family does
     */
    abstract Answer answer(Call call);
}
