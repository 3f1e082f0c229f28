package io.curtaincall.testsupport.broken.dialects.ajax;

import io.curtaincall.testsupport.broken.dialects.acme.LoudAcmeCode;

class AjaxCopiesAcme {
    LoudAcmeCode code() {
        return new LoudAcmeCode();
    }
}
