// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.adaptor.model;

import io.talon.adaptor.audit.AuditLog;
import io.talon.adaptor.control.Outbox;
import io.talon.adaptor.model.StoredModels.Stored;
import io.talon.adaptor.page.Page;
import io.talon.adaptor.page.Paging;
import io.talon.adaptor.problem.ProblemException;
import io.talon.adaptor.tenant.Caller;
import io.talon.ctalvae.model.SiteModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Releases base models to the running job. Releases are locked from the first look to the commit,
 * and the release, its record in the outbox and its entry in every tenant's audit are written in
 * one transaction: none of them without the others, and never two of the same version.
 */
@ApplicationScoped
class ModelReleases {
    private static final Logger LOG = Logger.getLogger(ModelReleases.class);

    @Inject StoredModels stored;
    @Inject ShippedModel shipped;
    @Inject ModelSigner signer;
    @Inject Outbox outbox;
    @Inject Caller caller;
    @Inject AuditLog audit;

    /** All known models, the newest release first. */
    @Transactional
    Page<ModelView> page(Paging paging) {
        shipped.keep();
        String base = stored.newestRelease().orElseGet(() -> SiteModel.base().modelSha256());
        return stored.page(paging).map(model -> view(model, base));
    }

    /** Releases the model of a file, which is known from now on. */
    @Transactional
    ModelView release(ModelFile file) {
        long before = stored.lock();
        stored.keep(file);
        return release(file.sha256(), before + 1);
    }

    /**
     * Releases a known model again.
     *
     * @throws ProblemException if it is not known
     */
    @Transactional
    ModelView release(String sha256) {
        shipped.keep();
        return release(sha256, stored.lock() + 1);
    }

    private ModelView release(String sha256, long version) {
        if (!stored.knows(sha256)) {
            throw ProblemException.notFound("base model '" + sha256 + "'");
        }
        stored.release(
                sha256, version, Instant.now().truncatedTo(ChronoUnit.MICROS), caller.name());
        ModelView released = view(stored.find(sha256).orElseThrow(), sha256);
        outbox.add(signer.sign(released));
        audit.doneToAll(
                "model.release",
                "models/" + sha256,
                "release " + version + ", " + released.label());
        LOG.infof("base model %s: release %d is on its way to the job", released.label(), version);
        return released;
    }

    private static ModelView view(Stored model, String base) {
        return new ModelView(
                model.sha256(),
                model.label(),
                model.profile(),
                model.version(),
                model.released(),
                model.releasedBy(),
                model.sha256().equals(base),
                KnownModels.isShipped(model.sha256()));
    }
}
