package io.curtaincall.dialects.volcengine;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.node.ObjectNode;

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

    /** As far as the caller may use it. */
    final P port(Call call) {
        return call.admitted().over(port.getObject());
    }

    /**
     * @return the {@code Result}, if the operation has one
     * @throws VolcengineRefusal in the vendor's own words
     * @throws io.curtaincall.access.problem.RefusedException to be worded as the vendor does
     */
    abstract Optional<ObjectNode> answer(Call call);
}
