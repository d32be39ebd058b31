// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    @TempDir Path folder;

    @Test
    void believesWhatTheTrustedSigned() throws Exception {
        Signer service = new Signer();
        ControlCheck check = new ControlCheck(service.trusted(folder));

        assertThat(check.problem(service.sign(suppression()))).isEmpty();
        assertThat(check.problem(service.sign(settings(10)))).isEmpty();
    }

    @Test
    void refusesWhatNobodyOrAnotherSigned() throws Exception {
        Signer service = new Signer();
        Signer forger = new Signer();
        ControlCheck check = new ControlCheck(service.trusted(folder));

        assertThat(check.problem(suppression())).contains("it is not signed");
        assertThat(check.problem(forger.sign(suppression())).orElseThrow())
                .contains("is not among the 1 trusted ones");
        Suppression posing = forger.sign(suppression());
        posing.setKeyId(service.sign(suppression()).getKeyId());
        assertThat(check.problem(posing).orElseThrow()).contains("its signature is not that of");
        assertThat(new ControlCheck(TrustedSigners.none()).problem(service.sign(suppression())))
                .isPresent();
    }

    @Test
    void refusesWhatWasChangedAfterItWasSigned() throws Exception {
        Signer service = new Signer();
        ControlCheck check = new ControlCheck(service.trusted(folder));
        Suppression widened = service.sign(suppression());
        widened.setSourceCidr("0.0.0.0/0");
        SiteSettings lowered = service.sign(settings(10));
        lowered.setAlertsPerDay(1e-9);

        assertThat(check.problem(widened)).isPresent();
        assertThat(check.problem(lowered)).isPresent();
    }

    @Test
    void namesTheConditionThatIsNone() throws Exception {
        Signer service = new Signer();
        ControlCheck check = new ControlCheck(service.trusted(folder));
        Suppression net = suppression();
        net.setSourceCidr("10.0.0.0/33");
        Suppression direction = suppression();
        direction.setDirection("sideways");
        Suppression nobodys = suppression();
        nobodys.setOwner(" ");

        assertThat(check.problem(service.sign(net)).orElseThrow()).contains("10.0.0.0/33");
        assertThat(check.problem(service.sign(direction)).orElseThrow()).contains("sideways");
        assertThat(check.problem(service.sign(nobodys)).orElseThrow()).contains("owner");
        assertThat(check.problem(service.sign(settings(0))).orElseThrow()).contains("above 0");
    }

    @Test
    void namesTheFileThatHoldsNoKey() throws Exception {
        Path file = Files.writeString(folder.resolve("key.pub"), "hello");

        assertThatThrownBy(() -> TrustedSigners.ofPemFiles(List.of(file)))
                .hasMessageContaining("key.pub holds no Ed25519 public key");
        assertThatThrownBy(() -> TrustedSigners.ofPemFiles(List.of(folder.resolve("none"))))
                .hasMessageContaining("no such file");
    }

    private static SiteSettings settings(double budget) {
        return SiteSettings.newBuilder()
                .setTenant("acme")
                .setSite("plant-7")
                .setVersion(1)
                .setAlertsPerDay(budget)
                .setChanged(NOW)
                .build();
    }

    private static Suppression suppression() {
        return Suppression.newBuilder()
                .setId("s1")
                .setTenant("acme")
                .setSourceCidr("10.0.0.0/8")
                .setReason("backup")
                .setOwner("ada")
                .setCreated(NOW)
                .build();
    }
}
