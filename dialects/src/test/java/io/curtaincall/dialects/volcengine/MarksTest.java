package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class MarksTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // signed, whatever is asked
                "Action=A&Version=2016-11-01, HMAC-SHA256 Credential=a, -, true",
                "Action=A, HMAC-SHA256, -, true",
                "X-Signature=a&Action=A, -, -, true",
                "X-Algorithm=HMAC-SHA256, -, -, true",
                // not signed, but nobody else's
                "Action=A&Version=2023-01-01, -, -, true",
                "Action=A&Version=2020-08-01, -, -, true",
                "Action=A&Version=2023-01-01, Bearer a, -, true",
                "-, -, 20261121T203200Z, true",
                // another's
                "-, -, -, false",
                "Action=A&Version=2016-11-01, -, -, false",
                "Action=A&Version=2023-01-01&Signature=a, -, -, false",
                "Action=A&Version=2023-01-01&AccessKeyId=a, -, -, false",
                "'Action=A&Version=2023-01-01', 'ACS3-HMAC-SHA256 Credential=a,Signature=b', -, false",
                "'Action=A&Version=2023-01-01', 'SDK-HMAC-SHA256 Access=a, Signature=b', 20261121T203200Z, false",
                "Action=A&Version=2016-11-01, Bearer a, -, false",
            })
    void a_request_is_told_by_its_signature_else_by_its_version(
            @Nullable String query, @Nullable String authorization, @Nullable String date, boolean ours) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setQueryString(query);
        if (authorization != null) request.addHeader("Authorization", authorization);
        if (date != null) request.addHeader("X-Date", date);
        assertThat(VolcengineMarks.areOn(request)).isEqualTo(ours);
    }
}
