package io.curtaincall.acceptance.huawei;

import java.util.function.Consumer;

/** What is done that does not hold, and what is said to that. */
public record DocumentedRefusal(String what, int status, String code, Consumer<HuaweiCustomer> asked) {
    static DocumentedRefusal illegal(String what, Consumer<HuaweiCustomer> asked) {
        return new DocumentedRefusal(what, 400, "LIVE.100011001", asked);
    }

    static DocumentedRefusal unproven(String what, Consumer<HuaweiCustomer> asked) {
        return new DocumentedRefusal(what, 401, "APIGW.0301", asked);
    }

    static DocumentedRefusal forbidden(String what, Consumer<HuaweiCustomer> asked) {
        return new DocumentedRefusal(what, 403, "APIGW.0302", asked);
    }

    static DocumentedRefusal notFound(String what, Consumer<HuaweiCustomer> asked) {
        return new DocumentedRefusal(what, 404, "LIVE.103011019", asked);
    }

    public Refused by(HuaweiCustomer customer) {
        return Refused.of(() -> asked.accept(customer));
    }

    public boolean is(Refused refused) {
        return refused.is(status, code);
    }

    @Override
    public String toString() {
        return what + " -> " + status + " " + code;
    }
}
