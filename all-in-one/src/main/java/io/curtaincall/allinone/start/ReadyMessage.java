package io.curtaincall.allinone.start;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code up} says when it is ready: where, who may, and one curl that works as it stands. */
public record ReadyMessage(List<String> lines) {
    public static ReadyMessage of(Installation installation) {
        InstallationOptions options = installation.options();
        List<String> lines = new ArrayList<>();
        String services = options.doors().stream().map(Door::serviceName).collect(Collectors.joining(", "));
        lines.add("Curtaincall is ready at " + installation.address() + " (" + services + ")");
        lines.add("  credentials  "
                + (hasCredentials(installation)
                        ? installation.credentials()
                        : "made by the first start of the config service, in its data folder"));
        lines.add("  egress       " + egress(options.allowEgress()));
        lines.add("  try          " + curl(installation));
        return new ReadyMessage(List.copyOf(lines));
    }

    private static boolean hasCredentials(Installation installation) {
        return Files.exists(installation.credentials());
    }

    private static String egress(List<String> allowed) {
        return allowed.isEmpty()
                ? "callbacks to loopback and private addresses are refused; --allow-egress CIDR[:PORT] lets them pass"
                : "callbacks may also reach " + String.join(", ", allowed);
    }

    private static String curl(Installation installation) {
        if (!installation.options().doors().contains(Door.QUERY) || !hasCredentials(installation)) {
            return "curl -s " + installation.address() + "/actuator/health";
        }
        String token = "$(sed -n 's/.*\"token\" *: *\"\\([^\"]*\\)\".*/\\1/p' '" + installation.credentials() + "')";
        return "curl -s -H \"Authorization: Bearer " + token + "\" " + installation.address() + "/v1/callback-records";
    }
}
