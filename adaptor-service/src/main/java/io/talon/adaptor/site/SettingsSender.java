// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.site;

import io.talon.adaptor.control.Outbox;
import io.talon.adaptor.control.ReleaseKey;
import io.talon.adaptor.tenant.Caller;
import io.talon.control.v1.SiteSettings;
import io.talon.schema.control.SignedBytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Tells the job of a site's settings, in the transaction that changes them. */
@ApplicationScoped
class SettingsSender {
    @Inject ReleaseKey key;
    @Inject Outbox outbox;
    @Inject Caller caller;

    void send(Site site) {
        SiteSettings settings =
                SiteSettings.newBuilder()
                        .setTenant(site.tenant)
                        .setSite(site.name)
                        .setVersion(site.revision + 1)
                        .setAlertsPerDay(site.alertBudget)
                        .setChanged(Instant.now().truncatedTo(ChronoUnit.MICROS))
                        .setChangedBy(singleLine(caller.name()))
                        .setKeyId(key.id())
                        .build();
        settings.setSignature(ByteBuffer.wrap(key.sign(SignedBytes.of(settings))));
        outbox.add(settings);
    }

    private static String singleLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
