package io.curtaincall.acceptance.huawei;

/** The two clients of the vendor's SDK. */
public enum HuaweiClient {
    WAITING {
        @Override
        RecordCallbacks of(HuaweiCustomer customer) {
            return new WaitingCallbacks(customer);
        }
    },
    ASYNC {
        @Override
        RecordCallbacks of(HuaweiCustomer customer) {
            return new AsyncCallbacks(customer);
        }
    };

    abstract RecordCallbacks of(HuaweiCustomer customer);
}
