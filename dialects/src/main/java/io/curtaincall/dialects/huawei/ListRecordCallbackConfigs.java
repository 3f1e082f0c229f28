package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.DialectConfigs.Kept;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells an account's configurations, oldest first, a page at a time. */
@Component
final class ListRecordCallbackConfigs extends CallbackOperation {
    private static final int MOST_SKIPPED = 4096;
    private static final int LARGEST_PAGE = 100;
    private static final int USUAL_PAGE = 10;

    ListRecordCallbackConfigs(ObjectProvider<DialectConfigs> configs, Gate gate) {
        super(Declaration.ofCallbacks("ListRecordCallbackConfigs", "GET", 200), configs, gate);
    }

    @Override
    Answer answer(Call call) {
        QueryParameters query = call.query();
        Optional<String> domain = query.text("publish_domain", RecordCallbackForm.LONGEST_DOMAIN);
        Optional<String> app = query.text("app", RecordCallbackForm.LONGEST_APP).map(RecordCallback::plainApp);
        int offset = query.number("offset", 0, MOST_SKIPPED, 0);
        int limit = query.number("limit", 1, LARGEST_PAGE, USUAL_PAGE);
        domain.map(name -> name.toLowerCase(Locale.ROOT))
                .ifPresent(call.caller().admitted().rights()::requireDomain);
        List<Kept> found = configs(call).all(call.accountId(), HuaweiCallbackFormat.NAME).stream()
                .filter(kept -> isOf(kept.config().scope(), domain, app))
                .toList();
        List<Kept> page = found.stream().skip(offset).limit(limit).toList();
        return new Answer(RecordCallbackView.of(page, found.size()));
    }

    /** An asterisk asks for what is kept for all applications, not for every application's. */
    private static boolean isOf(ConfigScope scope, Optional<String> domain, Optional<String> app) {
        return domain.map(scope.domain()::equalsIgnoreCase).orElse(true)
                && app.map(scope.app()::equals).orElse(true);
    }
}
