package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Needs;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

class ApiOperationsTest {
    /** Media servers prove themselves by a secret in the path. */
    private static final String HOOKS = "/hooks/";

    @Test
    void every_mapping_of_every_controller_has_its_row() {
        Set<String> rows =
                ApiOperations.all().stream().map(ApiOperation::mapping).collect(Collectors.toSet());
        assertThat(handlers().flatMap(ApiOperationsTest::mappings)).isNotEmpty().allMatch(rows::contains);
        assertThat(handlers().flatMap(ApiOperationsTest::mappings).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void what_a_row_says_it_needs_is_what_its_controller_says() {
        for (ApiOperation operation : ApiOperations.all()) {
            assertThat(handlers()
                            .filter(method -> mappings(method).anyMatch(operation.mapping()::equals))
                            .map(ApiOperationsTest::needs))
                    .as("%s", operation)
                    .isNotEmpty()
                    .allMatch(needs -> needs.value() == operation.needs());
        }
    }

    private static Needs needs(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType().equals(Caller.class))
                .map((Parameter parameter) -> parameter.getAnnotation(Needs.class))
                .findFirst()
                .orElseThrow(() -> new AssertionError(method + " takes no caller"));
    }

    private static Stream<Method> handlers() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("io.curtaincall").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(method -> mappings(method).findAny().isPresent());
    }

    /** What is told apart by a header too is a signed report: it has no token but a key, which stands for its account. */
    private static Stream<String> mappings(Method method) {
        RequestMapping own = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (own == null || own.headers().length > 0) return Stream.empty();
        RequestMapping above =
                AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), RequestMapping.class);
        String prefix = above == null ? "" : above.path()[0];
        String[] paths = own.path().length == 0 ? new String[] {""} : own.path();
        return Arrays.stream(paths)
                .map(path -> prefix + path)
                .filter(path -> !path.startsWith(HOOKS))
                .flatMap(path -> Arrays.stream(own.method()).map(verb -> verb + " " + path));
    }
}
