package io.curtaincall.query.page;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Query parameters being read, and what is wrong with them so far. One that is empty counts as not given. */
public final class Parameters {
    public static final int MAX_PAGE_SIZE = 1000;

    private static final int DEFAULT_PAGE_SIZE = 100;

    private final Map<String, List<String>> given;
    private final List<FieldError> wrong = new ArrayList<>();

    public Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Refuses what is misspelt or given twice: either would silently answer another question. */
    public void allow(String... names) {
        Set<String> known = Set.of(names);
        given.forEach((name, values) -> {
            if (!known.contains(name)) wrong.add(new FieldError(name, "is not a parameter of this query"));
            else if (values.size() > 1) wrong.add(new FieldError(name, "is given more than once"));
        });
    }

    public Optional<String> text(String name) {
        return given.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    public <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String reason) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) wrong.add(new FieldError(name, reason));
        return value;
    }

    public int pageSize() {
        return read("pageSize", Parameters::pageSize, "is not a whole number from 1 to " + MAX_PAGE_SIZE)
                .orElse(DEFAULT_PAGE_SIZE);
    }

    private static Optional<Integer> pageSize(String text) {
        if (!text.matches("[0-9]{1,4}")) return Optional.empty();
        return Optional.of(Integer.valueOf(text)).filter(size -> size >= 1 && size <= MAX_PAGE_SIZE);
    }

    /** In lower case; what stands there for an application has a slash and keeps its case. */
    private Optional<String> domain() {
        return text("domain").map(domain -> domain.indexOf('/') < 0 ? domain.toLowerCase(Locale.ROOT) : domain);
    }

    /** Of which domains rows are asked for, none for all; a caller that is limited to some asks for those or one of them. */
    public Set<String> domains(Caller caller) {
        Optional<String> wanted = domain();
        wanted.ifPresent(caller.rights()::requireDomain);
        return wanted.map(Set::of).orElseGet(caller.rights()::domains);
    }

    public Optional<Instant> time(String name) {
        return read(name, Rfc3339::parse, Rfc3339.EXPECTED);
    }

    /** Whose rows are asked for: the caller's own, or those the operator names, null for all. */
    public @Nullable AccountId account(Caller caller) {
        Optional<AccountId> wanted = read("account", Parameters::accountId, "is blank");
        return switch (caller) {
            case Operator operator -> wanted.orElse(null);
            case AccountCaller own -> {
                if (!wanted.orElse(own.accountId()).equals(own.accountId())) {
                    throw new Forbidden("an account sees its own records only").refused();
                }
                yield own.accountId();
            }
        };
    }

    private static Optional<AccountId> accountId(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new AccountId(text));
    }

    /** The key that the cursor carries, if there is one; only of a question that holds otherwise. */
    public @Nullable RecordKey cursor(String filter) {
        refuseIfWrong();
        RecordKey after = read("cursor", cursor -> Cursor.read(cursor, filter), "was not made for this query")
                .orElse(null);
        refuseIfWrong();
        return after;
    }

    private void refuseIfWrong() {
        if (!wrong.isEmpty()) throw new Invalid(List.copyOf(wrong)).refused();
    }
}
