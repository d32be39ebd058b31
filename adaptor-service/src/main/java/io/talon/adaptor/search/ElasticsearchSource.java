// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import io.talon.adaptor.TalonConfig;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** The connection to Elasticsearch 8.19 or 9, if one is configured. */
@ApplicationScoped
class ElasticsearchSource {
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 10_000;

    @Inject TalonConfig config;

    private RestClientTransport transport;
    private ElasticsearchClient client;

    @PostConstruct
    void connect() {
        List<String> urls = config.elasticsearch().urls().orElse(List.of());
        if (urls.isEmpty()) {
            return;
        }
        RestClientBuilder builder =
                RestClient.builder(urls.stream().map(HttpHost::create).toArray(HttpHost[]::new))
                        .setRequestConfigCallback(
                                c ->
                                        c.setConnectTimeout(CONNECT_MILLIS)
                                                .setSocketTimeout(ANSWER_MILLIS));
        config.elasticsearch()
                .apiKey()
                .ifPresent(
                        key ->
                                builder.setDefaultHeaders(
                                        new Header[] {
                                            new BasicHeader("Authorization", "ApiKey " + key)
                                        }));
        if (config.elasticsearch().certificate().isPresent()) {
            SSLContext trust = trust();
            builder.setHttpClientConfigCallback(http -> http.setSSLContext(trust));
        }
        transport = new RestClientTransport(builder.build(), new JacksonJsonpMapper());
        client = new ElasticsearchClient(transport);
    }

    @PreDestroy
    void close() throws IOException {
        if (transport != null) {
            transport.close();
        }
    }

    /** The client; empty where none is configured. */
    Optional<ElasticsearchClient> client() {
        return Optional.ofNullable(client);
    }

    private SSLContext trust() {
        Path file = config.elasticsearch().certificate().orElseThrow();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "elasticsearch",
                    CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory trust =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(
                    "talon.elasticsearch.certificate "
                            + file
                            + " cannot be used: "
                            + e.getMessage(),
                    e);
        }
    }
}
