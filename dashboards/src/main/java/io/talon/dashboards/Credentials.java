// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Who asks a server, and whose certificate the server must show. Does not show its secret. */
public final class Credentials {
    private final String header;
    private final SSLContext trusted;

    private Credentials(String header, SSLContext trusted) {
        this.header = header;
        this.trusted = trusted;
    }

    /** Where security is off. */
    public static Credentials none() {
        return new Credentials(null, null);
    }

    /**
     * @param encoded as Elasticsearch gave it
     */
    public static Credentials apiKey(String encoded) {
        return new Credentials("ApiKey " + encoded, null);
    }

    /**
     * @param file holds an API key in its encoded form, on one line
     * @throws IOException if there is no such file or no key in it
     */
    public static Credentials apiKeyIn(Path file) throws IOException {
        String key;
        try {
            key = Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file + " to read the API key from", e);
        }
        if (!key.matches("[A-Za-z0-9_=+/-]+")) {
            throw new IOException(
                    file
                            + " holds no API key: give it in the encoded form that Elasticsearch"
                            + " answers with, on one line");
        }
        return apiKey(key);
    }

    /** A user of the server's. */
    public static Credentials user(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(pair), null);
    }

    /** Value of the header {@code Authorization}; none where there is nothing to say. */
    public Optional<String> header() {
        return Optional.ofNullable(header);
    }

    /** The same, trusting a server that {@link TrustedAuthority} vouches for. */
    public Credentials trusting(SSLContext authority) {
        return new Credentials(header, authority);
    }

    /**
     * A client's builder that trusts whom these trust; the JDK's authorities if nobody is named.
     */
    public HttpClient.Builder client() {
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return trusted == null ? builder : builder.sslContext(trusted);
    }

    @Override
    public String toString() {
        return header == null ? "none" : header.replaceAll(" .*", " (hidden)");
    }
}
