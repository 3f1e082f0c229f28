package io.curtaincall.dialects.huawei;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Who somebody says to be who wants a token.
 *
 * @param method by which it is to be proven
 * @param name of the account, or the id of its access key
 */
record Identity(String method, String name, String secret) {
    private static final String PASSWORD = "password";
    private static final String ACCESS_KEY = "hw_ak_sk";

    /** @throws HuaweiRefusal if it is not one of the two that are known here, or incomplete */
    static Identity of(JsonFields body) {
        JsonNode identity = body.at("/auth/identity");
        List<JsonNode> methods = List.copyOf(identity.path("methods").values());
        if (methods.size() != 1) throw invalid("methods");
        return switch (methods.getFirst().asString("")) {
            case PASSWORD ->
                new Identity(
                        PASSWORD, text(identity, "/password/user/name"), text(identity, "/password/user/password"));
            case ACCESS_KEY ->
                new Identity(
                        ACCESS_KEY, text(identity, "/hw_ak_sk/access/key"), text(identity, "/hw_ak_sk/secret/key"));
            default -> throw invalid("methods");
        };
    }

    private static String text(JsonNode identity, String pointer) {
        String text = identity.at(pointer).asString("");
        if (text.isEmpty()) throw invalid(pointer.substring(1).replace('/', '.'));
        return text;
    }

    private static HuaweiRefusal invalid(String parameter) {
        return HuaweiError.invalidForIam(parameter).refused();
    }

    @Override
    public String toString() {
        return "Identity[" + method + ", " + name + "]";
    }
}
