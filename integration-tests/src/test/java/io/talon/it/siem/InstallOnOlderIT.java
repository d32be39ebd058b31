// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.siem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
            for (String templates : List.of("component_template", "index_template")) {
                assertThat(older.send("GET", "/_" + templates + "/*talon*", "").json())
                        .hasToString("{\"%ss\":[]}".formatted(templates));
            }
        }
    }
}
