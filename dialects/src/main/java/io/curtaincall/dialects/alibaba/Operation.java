package io.curtaincall.dialects.alibaba;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * One operation of the API. Every bean of this type is served; nothing else lists them.
 *
 * @param <P> the port that serves it
 */
abstract class Operation<P> {
    private final Declaration declaration;
    private final ObjectProvider<P> port;
    private volatile @Nullable P found;

    Operation(Declaration declaration, ObjectProvider<P> port) {
        this.declaration = declaration;
        this.port = port;
    }

    final Declaration declaration() {
        return declaration;
    }

    /** Whether this process has the port; if not, another one may. */
    final boolean isAvailable() {
        return find() != null;
    }

    /** As far as the caller may use it. */
    final P port(Call call) {
        P available = find();
        return call.admitted().over(available == null ? port.getObject() : available);
    }

    /** Looked up among the beans once: that takes longer than many an answer. */
    private @Nullable P find() {
        if (found == null) found = port.getIfAvailable();
        return found;
    }

    /**
     * @throws AlibabaRefusal in the vendor's own words
     * @throws io.curtaincall.access.problem.RefusedException to be worded as the family does
     */
    abstract Answer answer(Call call);
}
