// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import io.talon.dashboards.Installer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Templates as an earlier version of Talon has installed them. */
record ReleasedTemplates(RealElasticsearch server) {

    void putComponents(int version, List<String> names) throws Exception {
        for (String name : names) {
            put("_component_template", name, version);
        }
    }

    void putIndexTemplates(int version, List<String> names) throws Exception {
        for (String name : names) {
            put("_index_template", name, version);
        }
    }

    /** With the field types that any server knows, as the installer falls back to. */
    private void put(String path, String name, int version)
            throws IOException, InterruptedException {
        String file = "elasticsearch/history/%s@%d.json".formatted(name, version);
        try (var in = Installer.class.getResourceAsStream(file)) {
            String body =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("constant_keyword", "keyword")
                            .replace("match_only_text", "text");
            server.send("PUT", "/" + path + "/" + name, body).ok();
        }
    }
}
