package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.CommonRequest;
import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsRequest;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Speaks through the vendor's older SDK, which models all ten operations, in each of its signatures and formats. */
abstract class CoreSdkContract {
    static final String URL = "https://8.8.8.8/cb?a=1%262~*+b";
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    final DialectProcess process = DialectProcess.shared();
    LiveSdk sdk = client("AK", DialectProcess.SECRET);
    private SignatureVersion version = SignatureVersion.V1;
    private FormatType format = FormatType.JSON;

    static Stream<Arguments> wires() {
        return Stream.of(SignatureVersion.V1, SignatureVersion.V3)
                .flatMap(version ->
                        Stream.of(FormatType.JSON, FormatType.XML).map(format -> Arguments.of(version, format)));
    }

    static CommonRequest common(String action) {
        CommonRequest request = new CommonRequest();
        request.setSysAction(action);
        return request;
    }

    static DescribeLiveRecordNotifyRecordsRequest records() {
        var request = new DescribeLiveRecordNotifyRecordsRequest();
        request.setDomainName("records.example.com");
        request.setStartTime("2020-01-01T00:00:00Z");
        request.setEndTime(now());
        return request;
    }

    static String now() {
        return Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** An account with so many records, which its name says. */
    String open(SignatureVersion wire, FormatType form, int records) {
        version = wire;
        format = form;
        String account = "core" + ACCOUNTS.getAndIncrement() + "-" + records;
        sdk = client(process.openAccount(account), DialectProcess.SECRET);
        return account;
    }

    LiveSdk client(String key, String secret) {
        return LiveSdk.at(process.address(), key, secret);
    }

    <T extends AcsResponse> T send(AcsRequest<T> request) throws ClientException {
        return sdk.send(request, version, format);
    }

    ClientException refusal(AcsRequest<?> request) {
        return catchThrowableOfType(ClientException.class, () -> send(request));
    }
}
