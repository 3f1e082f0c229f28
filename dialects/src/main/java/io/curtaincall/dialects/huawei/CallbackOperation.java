package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.huawei.Route.Places;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.DialectConfigs.Kept;
import org.springframework.beans.factory.ObjectProvider;

/** An operation on an account's recording callbacks. */
abstract class CallbackOperation extends Operation {
    private final ObjectProvider<DialectConfigs> configs;
    private final Gate gate;

    CallbackOperation(Declaration declaration, ObjectProvider<DialectConfigs> configs, Gate gate) {
        super(declaration);
        this.configs = configs;
        this.gate = gate;
    }

    @Override
    final boolean isAvailable() {
        return configs.getIfAvailable() != null;
    }

    @Override
    final Answer answer(ApiRequest request, Places places) {
        Identified caller = gate.identify(request);
        gate.requireProject(caller.account(), places.project(), request);
        gate.requireQuota(caller.account(), declaration());
        caller.admitted().rights().require(declaration().needs());
        return answer(new Call(caller, places.id(), request));
    }

    abstract Answer answer(Call call);

    /** As far as the caller may use them. */
    final DialectConfigs configs(Call call) {
        return call.caller().admitted().over(configs.getObject());
    }

    /** @throws HuaweiRefusal if the account has none of that id */
    final Kept named(Call call) {
        return configs(call)
                .byId(call.accountId(), HuaweiCallbackFormat.NAME, call.id())
                .orElseThrow(() -> HuaweiError.NOT_FOUND
                        .because("there is no callback configuration of this id")
                        .refused());
    }
}
