// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.dashboards.TemplateInstaller;
import io.talon.it.siem.OpenSearch2;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job writes into a real OpenSearch, through {@code _bulk}. */
@Tag("long")
class OpenSearchJobIT {

    @Test
    void everyFlowIsAccountedForAndEveryAlertThereOnce(@TempDir Path folder) throws Exception {
        try (Deployment deployment = Deployment.start(folder);
                OpenSearch2 server = new OpenSearch2()) {
            new TemplateInstaller(server.url(), Optional.empty()).install();
            String address = server.url().toString();
            FaultRun run =
                    new FaultRun(deployment, "opensearch", address)
                            .submit(address, "--index.kind", "opensearch");
            run.send(FaultFlows.some(run.tenant(), 3000), 0);
            run.awaitAllRead();

            run.assertEveryFlowIsAccountedFor(0);
            run.assertNoAlertIsLostOrDoubled();
            assertThat(server.dataStreams())
                    .contains("logs-talon.anomaly-opensearch", "metrics-talon.score-opensearch");
        }
    }
}
