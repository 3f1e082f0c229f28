package io.curtaincall.testsupport;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;

/** Classes that are not among the named edges, nested ones counting as their outermost. */
final class Outside extends DescribedPredicate<JavaClass> {
    private final Pattern edges;

    Outside(String edges) {
        super("are not one of the edges " + edges);
        this.edges = Pattern.compile(edges);
    }

    @Override
    public boolean test(JavaClass javaClass) {
        String name = javaClass.getName();
        int nested = name.indexOf('$');
        return !edges.matcher(nested < 0 ? name : name.substring(0, nested)).matches();
    }
}
