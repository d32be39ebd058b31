// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.it.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.talon.it.siem.SiemOfDemo;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Templates, panels and rules over what the demo's own job wrote, on 8.19 and on 9.x. */
@Tag("long")
class DemoPanelsIT {
    private static final Duration SUMMARY = Duration.ofMinutes(6);
    private static final Pattern ADDRESS = Pattern.compile("Anomalies +(http://[^/]+)/");
    private static final Pattern ALERTS = Pattern.compile("told in ([0-9,]+) alerts");

    @TempDir Path folder;

    @Test
    void panelsAndRulesCountWhatTheJobWrote() throws Exception {
        try (DemoProcess demo = DemoProcess.start(folder)) {
            await().atMost(SUMMARY)
                    .until(() -> !demo.isAlive() || demo.said().contains("stop it with Ctrl-C"));
            long alerts = Long.parseLong(found(ALERTS, demo).replace(",", ""));
            SiemOfDemo siem = new SiemOfDemo(URI.create(found(ADDRESS, demo)));
            assertRight(siem, alerts);
            try (SiemOfDemo newer = siem.copiedToElasticsearch9()) {
                assertRight(newer, alerts);
            }
        }
    }

    private static void assertRight(SiemOfDemo siem, long alerts) throws Exception {
        siem.assertTemplatesAreInstalled();
        siem.assertEveryDocumentFits();
        siem.assertPanelsAndRulesAreRight(alerts);
    }

    private static String found(Pattern pattern, DemoProcess demo) throws Exception {
        Matcher matcher = pattern.matcher(demo.printed());
        assertThat(matcher.find()).as(demo.printed() + demo.said()).isTrue();
        return matcher.group(1);
    }
}
