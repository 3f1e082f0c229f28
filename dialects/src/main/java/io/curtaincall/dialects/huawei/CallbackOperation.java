package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.huawei.Route.Places;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.DialectConfigs.Kept;
import io.curtaincall.directory.Account;
import io.curtaincall.events.account.AccountId;
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
        Account account = gate.identify(request);
        gate.requireProject(account, places.project(), request);
        gate.requireQuota(account, declaration());
        return answer(new Call(account, places.id(), request));
    }

    abstract Answer answer(Call call);

    final DialectConfigs configs() {
        return configs.getObject();
    }

    /** @throws HuaweiRefusal if the account has none of that id */
    final Kept named(AccountId account, String id) {
        return configs()
                .byId(account, HuaweiCallbackFormat.NAME, id)
                .orElseThrow(() -> HuaweiError.NOT_FOUND
                        .because("there is no callback configuration of this id")
                        .refused());
    }
}
