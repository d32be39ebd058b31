// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job.model;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
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
 * Whether a release can be used: one who is trusted signed it, it names a site, its model or
 * adaptor is the file it says, intact, and of the job's feature profile; an adaptor also needs its
 * model to be known. Not thread-safe.
 */
public final class ReleaseCheck {

    private static final Set<String> ROLES = Set.of(ReleaseRole.ACTIVE, ReleaseRole.SHADOW);

    private final KnownModels known;
    private final TrustedSigners trusted;

    /**
     * @param own the model that the job was started with
     * @param trusted whose releases are believed
     */
    public ReleaseCheck(SiteModel own, TrustedSigners trusted) {
        this.known = new KnownModels(own);
        this.trusted = trusted;
    }

    /** Whether the model can be run; from then on adaptors for it can be. */
    public Verdict verdict(ModelRelease release) {
        try {
            Optional<String> forged =
                    trusted.problem(
                            release.getKeyId(), release.getSignature(), SignedBytes.of(release));
            if (forged.isPresent()) {
                return new Verdict.Refused(forged.get());
            }
            return learn(release);
        } catch (IllegalArgumentException e) {
            return new Verdict.Refused(e.getMessage());
        }
    }

    /** As {@link #verdict(ModelRelease)}, of one whose signature was found good before. */
    public Verdict learn(ModelRelease release) {
        try {
            if (release.getVersion() < 1) {
                return new Verdict.Refused(
                        "version %d of a model is not above 0".formatted(release.getVersion()));
            }
            SiteModel model = Releases.model(release);
            String profile = known.own().profile().id();
            if (!model.modelSha256().equals(release.getModelSha256())) {
                return new Verdict.Refused("the model's SHA-256 is " + model.modelSha256());
            }
            if (!release.getProfile().equals(profile) || !model.profile().id().equals(profile)) {
                return new Verdict.Refused(
                        "for feature profile %s, its model for %s; this job scores %s"
                                .formatted(release.getProfile(), model.profile().id(), profile));
            }
            known.add(model);
            return new Verdict.Usable();
        } catch (ModelFormatException e) {
            return new Verdict.Refused(e.getMessage());
        }
    }

    /** Whether the site can run what was released to it. */
    public Verdict verdict(AdaptorRelease release) {
        try {
            new SiteId(release.getTenant(), release.getSite());
            if (!ROLES.contains(release.getRole())) {
                return new Verdict.Refused(
                        "role '%s' is none of %s".formatted(release.getRole(), ROLES));
            }
            Optional<String> problem =
                    trusted.problem(
                                    release.getKeyId(),
                                    release.getSignature(),
                                    SignedBytes.of(release))
                            .or(() -> problemOfFile(release));
            if (problem.isPresent()) {
                return new Verdict.Refused(problem.get());
            }
            return release.getAdaptor() == null ? new Verdict.Usable() : onItsModel(release);
        } catch (ModelFormatException | IllegalArgumentException e) {
            return new Verdict.Refused(e.getMessage());
        }
    }

    private static Optional<String> problemOfFile(AdaptorRelease release) {
        if (release.getAdaptorSha256() == null) {
            return release.getAdaptor() == null
                    ? Optional.empty()
                    : Optional.of("an adaptor without its SHA-256");
        }
        if (release.getAdaptor() == null) {
            return Optional.of("no adaptor came with its SHA-256");
        }
        String sha256 = Sha256.of(Releases.adaptor(release));
        return sha256.equals(release.getAdaptorSha256())
                ? Optional.empty()
                : Optional.of("the adaptor's SHA-256 is " + sha256);
    }

    private Verdict onItsModel(AdaptorRelease release) throws ModelFormatException {
        String hash = Releases.modelOf(release);
        Optional<SiteModel> model = known.find(hash);
        if (model.isEmpty()) {
            return new Verdict.Early(hash);
        }
        model.get().withAdaptor(Releases.adaptor(release), Releases.name(release));
        return new Verdict.Usable();
    }
}
