package io.curtaincall.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PreflightIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "/v1/p/record/callbacks, /error_code",
        "/v3/auth/tokens, /error_code",
        "/?Action=DescribeCallback&Version=2023-01-01, /ResponseMetadata/Error/Code",
        "/?Action=DescribeLiveRecordNotifyConfig&Version=2016-11-01&Format=JSON, /Code",
    })
    void what_a_browser_asks_beforehand_is_refused_in_the_dialects_words(String path, String code) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + DialectProcess.shared().port() + path);
        HttpRequest question = HttpRequest.newBuilder(uri)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .build();
        HttpResponse<String> answer = CLIENT.send(question, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(new JsonMapper().readTree(answer.body()).at(code).asString()).isNotEmpty();
    }
}
