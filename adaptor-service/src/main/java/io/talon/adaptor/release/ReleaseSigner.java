// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.site.Site;
import io.talon.control.v1.AdaptorRelease;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes the signed record by which the job learns of a release. */
@ApplicationScoped
class ReleaseSigner {
    @Inject ReleaseKey key;

    /**
     * @param adaptor what the site runs from now on; null: the base model
     */
    AdaptorRelease sign(
            Site site, Adaptors.Release release, StoredAdaptor adaptor, String releasedBy) {
        String sha256 = adaptor == null ? null : adaptor.sha256;
        return AdaptorRelease.newBuilder()
                .setTenant(site.tenant())
                .setSite(site.name())
                .setVersion(release.release())
                .setReleased(release.released())
                .setReleasedBy(releasedBy)
                .setAdaptorSha256(sha256)
                .setAdaptor(adaptor == null ? null : ByteBuffer.wrap(adaptor.content))
                .setKeyId(key.id())
                .setSignature(
                        ByteBuffer.wrap(
                                key.sign(
                                        signed(
                                                site.tenant(),
                                                site.name(),
                                                release.release(),
                                                sha256))))
                .build();
    }

    /** What the signature covers: the adaptor's bytes by their SHA-256. */
    static byte[] signed(String tenant, String site, long version, String sha256) {
        return String.join("\n", tenant, site, Long.toString(version), sha256 == null ? "" : sha256)
                .getBytes(StandardCharsets.UTF_8);
    }
}
