// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CefTest {
    private static final Path ANOMALY =
            Path.of("src/test/resources/io/talon/job/document/anomaly.json");

    @Test
    void saysWhatTheDocumentSays() throws Exception {
        assertThat(Cef.of(document(Files.readString(ANOMALY))))
                .isEqualTo(
                        "CEF:0|Talon|Talon|1.0.0|talon.sequence_anomaly|CTAL-VAE network sequence"
                            + " anomaly|8|rt=1795457099123 start=1795456740123 end=1795457099123"
                            + " src=10.0.4.17 spt=51000 dst=203.0.113.9 dpt=443 proto=tcp app=ssl"
                            + " in=112000 out=4100000 dvchost=sensor-7a"
                            + " externalId=199d785a9d669e301b3a2b9db1e3d87ba2fead2b66283fa097e5708a03da361f"
                            + " reason=reconstruction error above site threshold cs1Label=tenant"
                            + " cs1=acme cs2Label=site cs2=plant-7 cs3Label=uids"
                            + " cs3=CEarlier,CAcJw21BbVedgFnYH3 cs4Label=topFeatures"
                            + " cs4=resp_ip_bytes,conn_state.SF,gap cs5Label=adaptor cs5=plant-7-12"
                            + " cs6Label=communityId cs6=1:yZ2ZoACi8HfuYx7+10Gfn8AuAKM\\="
                            + " cfp1Label=recordScore cfp1=87.4 cfp2Label=probability cfp2=1.2E-5"
                            + " msg=Unusual sequence to 203.0.113.9 (site plant-7): destination"
                            + " bytes 4.1 MB vs typical 12 kB, connection state other instead of SF"
                            + " (normal), time since the previous flow none vs typical 1 min; these"
                            + " explain 100 %");
    }

    @Test
    void valuesCannotMakeUpFieldsOrLines() {
        String cef =
                Cef.of(
                        document(
                                """
                                {"@timestamp": "2026-11-23T18:04:59Z", "rule": {"name": "a|b"},
                                 "message": "x\\nsrc=6.6.6.6 \\\\ y"}
                                """));
        assertThat(cef).contains("|a\\|b|").endsWith("msg=x\\nsrc\\=6.6.6.6 \\\\ y");
    }

    @Test
    void ipv6AddressesHaveFieldsOfTheirOwn() {
        assertThat(
                        Cef.of(
                                document(
                                        "{\"source\": {\"ip\": \"2001:db8::1\"}, \"destination\":"
                                                + " {\"ip\": \"192.0.2.1\"}}")))
                .contains("c6a2=2001:db8::1")
                .contains("dst=192.0.2.1")
                .doesNotContain("src=");
    }

    private static Document document(String json) {
        return new Document("logs-talon.anomaly-acme", "1", json.getBytes(StandardCharsets.UTF_8));
    }
}
