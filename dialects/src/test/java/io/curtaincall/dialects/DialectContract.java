package io.curtaincall.dialects;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases that every dialect must pass, each in its own words. */
public abstract class DialectContract {
    /** Where a config's callbacks go, by which it is known again. */
    protected static final String URL = "http://8.8.8.8/contract";

    private static final int OVER_ANY_LIMIT = 400;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Duration WINDOW = Duration.ofMinutes(15);

    protected final DialectProcess process = DialectProcess.shared();
    private final Caller caller = newCaller(process);
    private final RawHttp http;

    /** @param codeAt where a refusal in JSON has its code */
    protected DialectContract(String codeAt) {
        http = new RawHttp(process.port(), codeAt);
    }

    /** What each dialect has words for. */
    public enum Trouble {
        UNKNOWN_KEY,
        /** Of a signature that does not fit, be it that of another secret or of another request. */
        WRONG_SIGNATURE,
        OTHER_TIME,
        UNSIGNED,
        TOO_LARGE,
        UNKNOWN_OPERATION,
        TOO_OFTEN,
        FOREIGN_DOMAIN,
        FOREIGN_CONFIG,
        FORBIDDEN,
        ENDED_KEY,
        FULL_DOMAIN,
        STORE_AWAY,
        BROKEN
    }

    /** @param code empty if that is no refusal there */
    public record Words(int status, String code) {}

    /** Who asks, and what signs. */
    public record Caller(String account, String keyId, String secret) {}

    protected abstract Words words(Trouble trouble);

    /** A request that asks for something and changes nothing, whole and signed. */
    protected abstract String asking(Caller caller, Instant at) throws Exception;

    /** The same request after somebody on the way has changed what it asks for. */
    protected abstract String changed(String signed);

    /** One that nobody signed. */
    protected abstract String unsigned(Caller caller);

    /** One whose body is longer than any may be. */
    protected abstract String tooLarge(Caller caller);

    /** One to make a config of the domain that calls {@link #URL}. */
    protected abstract String adding(Caller caller, String domain) throws Exception;

    /** One to see the configs of the domain. */
    protected abstract String looking(Caller caller, String domain) throws Exception;

    /** One of an operation that there is not. */
    protected abstract String unknown(Caller caller) throws Exception;

    /** One of an operation that may not be asked for often. */
    protected abstract String limited(Caller caller) throws Exception;

    protected abstract String requestId(Reply reply);

    @Test
    void a_signed_request_is_answered() throws Exception {
        assertThat(http.exchange(good(Duration.ZERO)).status()).isEqualTo(200);
    }

    @Test
    void a_minute_within_the_quarter_of_an_hour_is_let_in_and_one_beyond_is_not() throws Exception {
        for (Duration off :
                Set.of(WINDOW.minusMinutes(1), WINDOW.minusMinutes(1).negated())) {
            assertThat(http.exchange(good(off)).status()).as("%s", off).isEqualTo(200);
        }
        for (Duration off : Set.of(WINDOW.plusMinutes(1), WINDOW.plusMinutes(1).negated())) {
            requireWords(good(off), Trouble.OTHER_TIME);
        }
    }

    @Test
    void who_has_no_key_or_not_its_secret_stays_outside() throws Exception {
        Instant now = Instant.now();
        Caller nobody = new Caller(caller.account(), "AKnobody", DialectProcess.SECRET);
        requireWords(asking(nobody, now), Trouble.UNKNOWN_KEY);
        requireWords(asking(guessing(), now), Trouble.WRONG_SIGNATURE);
        requireWords(unsigned(caller), Trouble.UNSIGNED);
    }

    @Test
    void what_was_changed_on_the_way_is_refused() throws Exception {
        String signed = good(Duration.ZERO);
        String changed = changed(signed);
        assertThat(changed).isNotEqualTo(signed);
        requireWords(changed, Trouble.WRONG_SIGNATURE);
    }

    @Test
    void a_body_beyond_the_limit_is_refused_in_the_same_words_as_all() throws Exception {
        requireWords(tooLarge(caller), Trouble.TOO_LARGE);
    }

    @Test
    void an_operation_that_does_not_exist_is_told_as_such() throws Exception {
        requireWords(unknown(caller), Trouble.UNKNOWN_OPERATION);
    }

    @Test
    void who_asks_too_often_has_to_wait_and_nobody_else() throws Exception {
        Words tooOften = words(Trouble.TOO_OFTEN);
        Reply reply = http.exchange(limited(caller));
        for (int i = 0; i < OVER_ANY_LIMIT && !reply.code().equals(tooOften.code()); i++) {
            reply = http.exchange(limited(caller));
        }
        requireWords(reply, Trouble.TOO_OFTEN);
        assertThat(http.exchange(limited(newCaller(process))).code()).isNotEqualTo(tooOften.code());
    }

    @Test
    void nobody_adds_to_another_accounts_domain_nor_sees_its_configs() throws Exception {
        String domain = "contract" + NUMBERS.incrementAndGet() + ".example.com";
        assertThat(http.exchange(adding(caller, domain)).status()).isBetween(200, 299);
        process.assign(domain, caller.account());
        Caller stranger = newCaller(process);
        assertThat(http.exchange(looking(caller, domain)).text()).contains(URL);
        assertThat(requireWords(looking(stranger, domain), Trouble.FOREIGN_CONFIG)
                        .text())
                .doesNotContain(URL, caller.account());
        assertThat(requireWords(adding(stranger, domain), Trouble.FOREIGN_DOMAIN)
                        .text())
                .doesNotContain(caller.account());
    }

    @Test
    void a_key_that_may_only_read_or_is_limited_to_some_domains_is_refused_all_else() throws Exception {
        String domain = "contract" + NUMBERS.incrementAndGet() + ".example.com";
        Caller owner = newCaller(process);
        Caller reader = withKey(owner, 2, new Grant(Role.READ, null));
        Caller limited = withKey(owner, 3, new Grant(Role.WRITE, List.of(domain)));
        for (String added : List.of(adding(limited, domain), adding(owner, "o" + domain))) {
            assertThat(http.exchange(added).status()).isBetween(200, 299);
        }
        for (String looked : List.of(looking(limited, domain), looking(reader, domain), looking(reader, "o" + domain)))
            assertThat(http.exchange(looked).text()).contains(URL);
        requireWords(adding(reader, "r" + domain), Trouble.FORBIDDEN);
        requireWords(adding(limited, "l" + domain), Trouble.FORBIDDEN);
        requireWords(looking(limited, "o" + domain), Trouble.FORBIDDEN);
    }

    @Test
    void a_key_that_was_revoked_opens_nothing() throws Exception {
        Caller owner = newCaller(process);
        Caller ended = withKey(owner, 2, Grant.UNLIMITED);
        assertThat(http.exchange(asking(ended, Instant.now())).status()).isEqualTo(200);
        process.revokeKey(owner.account(), 3, ended.keyId());
        requireWords(asking(ended, Instant.now()), Trouble.ENDED_KEY);
    }

    @Test
    void a_domain_with_as_many_configs_as_it_may_have_takes_no_more() throws Exception {
        requireWords(adding(caller, "full.example.com"), Trouble.FULL_DOMAIN);
    }

    @Test
    void a_store_that_is_away_is_told_apart_from_a_bug_and_neither_says_more_than_that() throws Exception {
        assertThat(requireWords(adding(caller, "away.example.com"), Trouble.STORE_AWAY)
                        .body())
                .doesNotContainIgnoringCase("store");
        assertThat(requireWords(adding(caller, "broken.example.com"), Trouble.BROKEN)
                        .text())
                .doesNotContain("planted", "Exception");
    }

    @Test
    void every_answer_has_an_id_of_its_own_and_none_a_secret() throws Exception {
        String[] requests = {
            good(Duration.ZERO),
            good(Duration.ofMillis(1500)),
            asking(guessing(), Instant.now()),
            unsigned(caller),
            tooLarge(caller),
            unknown(caller),
            adding(caller, "broken.example.com")
        };
        StringBuilder texts = new StringBuilder();
        Stream.Builder<String> ids = Stream.builder();
        for (String request : requests) {
            Reply reply = http.exchange(request);
            texts.append(reply.text());
            ids.add(requestId(reply));
        }
        assertThat(ids.build().collect(Collectors.toSet()))
                .hasSize(requests.length)
                .doesNotContain("");
        assertThat(texts.toString()).doesNotContain(DialectProcess.SECRET);
    }

    private static Caller newCaller(DialectProcess process) {
        String account = "contract" + NUMBERS.incrementAndGet() + "-0";
        return new Caller(account, process.openAccount(account), DialectProcess.SECRET);
    }

    private Caller withKey(Caller owner, int number, Grant grant) {
        return new Caller(owner.account(), process.issueKey(owner.account(), number, grant), DialectProcess.SECRET);
    }

    private Caller guessing() {
        return new Caller(caller.account(), caller.keyId(), "wrong");
    }

    private String good(Duration off) throws Exception {
        return asking(caller, Instant.now().plus(off));
    }

    private Reply requireWords(String request, Trouble trouble) throws IOException {
        return requireWords(http.exchange(request), trouble);
    }

    private Reply requireWords(Reply reply, Trouble trouble) {
        assertThat(new Words(reply.status(), reply.code())).isEqualTo(words(trouble));
        assertThat(requestId(reply)).isNotEmpty();
        return reply;
    }
}
