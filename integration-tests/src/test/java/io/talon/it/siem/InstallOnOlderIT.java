// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an operator hears from a server that is too old. */
@Tag("long")
class InstallOnOlderIT {

    @Test
    void anOlderServerIsNamedWithTheRemedyAndLeftAlone() throws Exception {
        try (RealElasticsearch older = Elasticsearch8.older()) {
            new Operator(older.url())
                    .assertBothSay(
                            "Elasticsearch is 8.18.0", "8.19 and 9.x", "Upgrade Elasticsearch");
            assertThat(older.get("/_component_template/talon*").path("component_templates"))
                    .isEmpty();
            assertThat(older.get("/_index_template/*talon*").path("index_templates")).isEmpty();
        }
    }
}
