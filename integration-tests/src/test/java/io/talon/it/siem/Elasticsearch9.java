// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import io.talon.dashboards.Credentials;
import io.talon.it.node.ElasticsearchNode;
import io.talon.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** An Elasticsearch 9.x, over plain HTTP. */
final class Elasticsearch9 implements RealElasticsearch {
    private final boolean security;
    private final ElasticsearchNode node;

    /**
     * @param security whether it asks who is there
     */
    Elasticsearch9(boolean security) throws IOException {
        this.security = security;
        node =
                new ElasticsearchNode(
                        URI.create("http://127.0.0.1:" + new Ports().free()),
                        List.of("xpack.security.enabled: " + security),
                        Map.of(),
                        CLIENT);
    }

    @Override
    public URI url() {
        return node.url();
    }

    @Override
    public Credentials administrator() {
        return security ? node.administrator() : Credentials.none();
    }

    @Override
    public void close() {
        node.close();
    }
}
