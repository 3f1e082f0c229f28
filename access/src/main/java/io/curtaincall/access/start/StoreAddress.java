package io.curtaincall.access.start;

import com.mongodb.ConnectionString;
import java.util.List;

/** A MongoDB URI that names its database. */
public record StoreAddress(ConnectionString connection) {
    private static final String DATABASE = "curtaincall";

    public static StoreAddress of(String uri) {
        try {
            ConnectionString given = new ConnectionString(uri);
            return new StoreAddress(given.getDatabase() == null ? new ConnectionString(named(uri, given)) : given);
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(
                    "the address of the store is no MongoDB URI such as mongodb://127.0.0.1:27117", e);
        }
    }

    /** Naming a database also names the one that logs users in, unless the URI says otherwise: keep that as it was. */
    private static String named(String uri, ConnectionString given) {
        int question = uri.indexOf('?');
        String hosts = question < 0 ? uri : uri.substring(0, question);
        String options = question < 0 ? "" : uri.substring(question + 1);
        boolean keepsLogin = given.getCredential() == null || options.contains("authSource=");
        String all = keepsLogin ? options : options + (options.isEmpty() ? "" : "&") + "authSource=admin";
        return hosts.replaceAll("/$", "") + "/" + DATABASE + (all.isEmpty() ? "" : "?" + all);
    }

    public String uri() {
        return connection.getConnectionString();
    }

    public String database() {
        String database = connection.getDatabase();
        return database == null ? DATABASE : database;
    }

    /** For people: never with the password. */
    String hosts() {
        List<String> hosts = connection.getHosts();
        return String.join(",", hosts);
    }

    @Override
    public String toString() {
        return hosts() + "/" + database();
    }
}
