// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.site.Site;
import io.talon.control.v1.AdaptorRelease;
import io.talon.schema.control.SignedBytes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;

/** Writes the signed record by which the job learns of a release. */
@ApplicationScoped
class ReleaseSigner {
    @Inject ReleaseKey key;

    /**
     * @param adaptor what the site runs from now on; null: the base model
     */
    AdaptorRelease sign(
            Site site, Adaptors.Release release, StoredAdaptor adaptor, String releasedBy) {
        AdaptorRelease record =
                AdaptorRelease.newBuilder()
                        .setTenant(site.tenant())
                        .setSite(site.name())
                        .setVersion(release.release())
                        .setReleased(release.released())
                        .setReleasedBy(releasedBy)
                        .setAdaptorSha256(adaptor == null ? null : adaptor.sha256)
                        .setAdaptor(adaptor == null ? null : ByteBuffer.wrap(adaptor.content))
                        .setKeyId(key.id())
                        .build();
        record.setSignature(ByteBuffer.wrap(key.sign(SignedBytes.of(record))));
        return record;
    }
}
