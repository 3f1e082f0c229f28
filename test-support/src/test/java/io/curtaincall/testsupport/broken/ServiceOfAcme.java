package io.curtaincall.testsupport.broken;

import io.curtaincall.testsupport.broken.dialects.acme.LoudAcmeCode;
import io.curtaincall.testsupport.broken.dialects.port.QuietPort;

class ServiceOfAcme implements QuietPort {
    LoudAcmeCode code() {
        return new LoudAcmeCode();
    }
}
