// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Who asks a server. Does not show its secret. */
public final class Credentials {
    private final String header;

    private Credentials(String header) {
        this.header = header;
    }

    /** Where security is off. */
    public static Credentials none() {
        return new Credentials(null);
    }

    /**
     * @param encoded as Elasticsearch gave it
     */
    public static Credentials apiKey(String encoded) {
        return new Credentials("ApiKey " + encoded);
    }

    /** A user of the server's. */
    public static Credentials user(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** Value of the header {@code Authorization}; none where there is nothing to say. */
    public Optional<String> header() {
        return Optional.ofNullable(header);
    }

    @Override
    public String toString() {
        return header == null ? "none" : header.replaceAll(" .*", " (hidden)");
    }
}
