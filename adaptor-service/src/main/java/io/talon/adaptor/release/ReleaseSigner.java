// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.release;

import io.talon.adaptor.adaptor.StoredAdaptor;
import io.talon.adaptor.artifact.Artifacts;
import io.talon.adaptor.control.ReleaseKey;
import io.talon.adaptor.control.TraceContext;
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
    @Inject Artifacts artifacts;
    @Inject TraceContext trace;

    /**
     * @param adaptor what the site runs from now on in that role; null: none
     */
    AdaptorRelease sign(Site site, SiteRelease release, StoredAdaptor adaptor) {
        AdaptorRelease record =
                AdaptorRelease.newBuilder()
                        .setTenant(site.tenant())
                        .setSite(site.name())
                        .setRole(release.role)
                        .setVersion(release.number)
                        .setReleased(release.released)
                        .setReleasedBy(release.releasedBy)
                        .setAdaptorSha256(adaptor == null ? null : adaptor.sha256())
                        .setAdaptor(adaptor == null ? null : file(adaptor))
                        .setKeyId(key.id())
                        .setTraceparent(trace.traceparent())
                        .build();
        record.setSignature(ByteBuffer.wrap(key.sign(SignedBytes.of(record))));
        return record;
    }

    private ByteBuffer file(StoredAdaptor adaptor) {
        return ByteBuffer.wrap(artifacts.get(adaptor.tenant(), adaptor.sha256()));
    }
}
