package io.curtaincall.dialects.huawei;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a query asks; a parameter that is sent empty is as good as not sent. */
record QueryParameters(Map<String, List<String>> values) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** @throws HuaweiRefusal if it is longer, or given twice and not the same */
    Optional<String> text(String name, int longest) {
        List<String> all = values.getOrDefault(name, List.of());
        if (Set.copyOf(all).size() > 1)
            throw HuaweiError.illegal(name + " was sent more than once").refused();
        Optional<String> text = all.stream().filter(value -> !value.isEmpty()).findFirst();
        if (text.isPresent() && text.get().length() > longest) {
            throw HuaweiError.illegal(name + " has more than " + longest + " characters")
                    .refused();
        }
        return text;
    }

    int number(String name, int least, int most, int otherwise) {
        Optional<String> text = text(name, Integer.MAX_VALUE);
        if (text.isEmpty()) return otherwise;
        int number = NUMBER.matcher(text.get()).matches() ? Integer.parseInt(text.get()) : -1;
        if (number < least || number > most) {
            throw HuaweiError.illegal(name + " must be from " + least + " to " + most)
                    .refused();
        }
        return number;
    }
}
