// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.model.SiteModel;
import io.talon.job.control.TrustedSigners;
import io.talon.job.flow.Sha256;
import io.talon.job.flow.SiteId;
import io.talon.schema.control.ReleaseRole;
import io.talon.schema.control.SignedBytes;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a release can be used: it names a site, its adaptor is the file it says, and the file is
 * an intact adaptor made for this model, and one who is trusted signed it.
 */
public final class ReleaseCheck {

    private static final Set<String> ROLES = Set.of(ReleaseRole.ACTIVE, ReleaseRole.SHADOW);

    private final SiteModel base;
    private final TrustedSigners trusted;

    /** For adaptors to this model, released by these. */
    public ReleaseCheck(SiteModel base, TrustedSigners trusted) {
        this.base = base;
        this.trusted = trusted;
    }

    /** What is wrong with the release, empty if nothing. */
    public Optional<String> problem(AdaptorRelease release) {
        try {
            new SiteId(release.getTenant(), release.getSite());
            if (!ROLES.contains(release.getRole())) {
                return Optional.of("role '%s' is none of %s".formatted(release.getRole(), ROLES));
            }
            Optional<String> forged =
                    trusted.problem(
                            release.getKeyId(), release.getSignature(), SignedBytes.of(release));
            if (forged.isPresent()) {
                return forged;
            }
            if (release.getAdaptorSha256() == null) {
                return release.getAdaptor() == null
                        ? Optional.empty()
                        : Optional.of("an adaptor without its SHA-256");
            }
            if (release.getAdaptor() == null) {
                return Optional.of("no adaptor came with its SHA-256");
            }
            byte[] bytes = Releases.adaptor(release);
            if (!Sha256.of(bytes).equals(release.getAdaptorSha256())) {
                return Optional.of("the adaptor's SHA-256 is %s".formatted(Sha256.of(bytes)));
            }
            base.withAdaptor(bytes, Releases.name(release));
            return Optional.empty();
        } catch (ModelFormatException | IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }
}
