package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.curtaincall.acceptance.DialectOperation.Words;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every operation of every dialect, asked for with keys of every role. */
@InBothShapes
class DialectRightsIT {
    private static final String DIALECTS = "io.curtaincall.dialects";
    private static final String ELSEWHERE = "elsewhere.example.com";
    /** Whoever has a key may have a token by it, which lets do no more, and see which project it is of. */
    private static final Set<String> FOR_ANY_KEY =
            Set.of("huawei.KeystoneCreateUserToken", "huawei.KeystoneListProjects");

    private final Installation installation;
    private final Callers callers;
    private final String domain = Scene.freshDomain();
    private final String appId = domain.replace('.', '-');
    private final Credentials.Account owner;
    private final Credentials.Account stranger;
    private final List<DialectOperation> operations;

    DialectRightsIT(Shape shape) {
        installation = Installations.of(shape);
        callers = new Callers(installation);
        owner = Accounts.open(installation);
        stranger = Accounts.open(installation);
        // a token that was issued later is known everywhere, so both accounts are
        callers.token(stranger.id(), "read");
        HuaweiOperations huawei = new HuaweiOperations(installation.front(), domain, "");
        String id = HuaweiOperations.create(huawei.client(owner), domain);
        operations = Stream.of(
                        new AlibabaOperations(installation.front(), domain, appId).all(),
                        new VolcengineOperations(installation.front(), domain).all(),
                        new HuaweiOperations(installation.front(), domain, id).all())
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void every_operation_is_answered_to_keys_that_may_and_refused_to_others_in_the_vendors_words() {
        SoftAssertions cells = new SoftAssertions();
        Credentials.Account reader = callers.accessKey(owner, "read");
        Credentials.Account readerInside = callers.accessKey(owner, "read", domain, "rtc/" + appId);
        Credentials.Account readerOfBodies = callers.accessKey(owner, "read-bodies");
        Credentials.Account readerOutside = callers.accessKey(owner, "read", ELSEWHERE);
        Credentials.Account writerOutside = callers.accessKey(owner, "write", ELSEWHERE);
        Credentials.Account writerInside = callers.accessKey(owner, "write", domain, "rtc/" + appId);
        makeWhatIsAskedFor();
        for (DialectOperation each : operations) {
            Optional<Words> ofReaders = each.writes() ? Optional.of(each.forbidden()) : Optional.empty();
            for (Credentials.Account key : List.of(reader, readerInside, readerOfBodies)) {
                cells.assertThat(each.asked().apply(key))
                        .as("%s by a reader", each)
                        .isEqualTo(ofReaders);
            }
            Words outside = each.writes() ? each.forbidden() : each.outside();
            cells.assertThat(each.asked().apply(readerOutside))
                    .as("%s by a reader outside", each)
                    .contains(outside);
            cells.assertThat(each.asked().apply(writerOutside))
                    .as("%s by a writer outside", each)
                    .contains(each.outside());
            cells.assertThat(each.asked().apply(stranger))
                    .as("%s by a stranger", each)
                    .isEqualTo(Optional.ofNullable(each.foreign()));
        }
        for (DialectOperation each : operations) {
            Optional<Words> answer = each.asked().apply(writerInside);
            cells.assertThat(answer).as("%s by a writer", each).isNotEqualTo(Optional.of(each.forbidden()));
            if (!isAdding(each))
                cells.assertThat(answer).as("%s by a writer", each).isEmpty();
        }
        cells.assertAll();
    }

    /** By the owner's first key, which has no role and so may everything. */
    private void makeWhatIsAskedFor() {
        assertThat(operations.stream()
                        .filter(DialectRightsIT::isAdding)
                        .map(each -> each.asked().apply(owner)))
                .hasSize(4);
    }

    private static boolean isAdding(DialectOperation operation) {
        return operation.type().matches(".*\\.(Add|Create|Update).*")
                && !operation.type().matches(".*\\.Update(Live|Rtc|Record).*");
    }

    @Test
    void a_revoked_key_is_refused_by_all_dialects_within_a_second() {
        Credentials.Account key = callers.accessKey(owner, "write");
        List<DialectOperation> reading = operations.stream()
                .filter(each ->
                        each.type().matches(".*\\.(DescribeLiveRecordNotifyRecords|DescribeCallback|List.*Configs)"))
                .toList();
        assertThat(reading).hasSize(3).allMatch(each -> each.asked().apply(key).isEmpty());
        var operator = installation.asOperator();
        operator.delete(installation.config(), "/v1/accounts/" + owner.id() + "/access-keys/" + key.accessKeyId())
                .expect(204);
        await().atMost(Duration.ofSeconds(1))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> reading.getFirst().asked().apply(key).isPresent());
        assertThat(reading.stream().map(each -> each.asked().apply(key).orElseThrow()))
                .containsExactly(
                        new Words(400, "InvalidAccessKeyId.Inactive"),
                        new Words(401, "InvalidAccessKey"),
                        new Words(401, "APIGW.0301"));
    }

    @Test
    void every_class_that_is_an_operation_has_its_row() {
        Set<String> served = new ClassFileImporter()
                .importPackages(DIALECTS).stream()
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> type.getAllRawSuperclasses().stream()
                                .anyMatch(above -> above.getSimpleName().equals("Operation")))
                        .map(DialectRightsIT::name)
                        .filter(name -> !FOR_ANY_KEY.contains(name))
                        .collect(Collectors.toSet());
        assertThat(operations.stream().map(DialectOperation::type)).containsExactlyInAnyOrderElementsOf(served);
    }

    private static String name(JavaClass type) {
        return type.getPackageName().substring(DIALECTS.length() + 1) + "." + type.getSimpleName();
    }
}
