// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.model;

import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.io.ModelFormatException;
import io.talon.ctalvae.io.ModelReader;
import io.talon.ctalvae.io.TrustedKeys;
import io.talon.ctalvae.score.CalibratedScorer;
import io.talon.ctalvae.score.Reconstructor;
import io.talon.ctalvae.score.ScalarReconstructor;
import io.talon.ctalvae.score.Scorer;
import io.talon.ctalvae.score.SequenceErrors;
import java.nio.file.Path;

/**
 * Everything needed to score a site: core, adaptor, normaliser, calibration, threshold. Immutable,
 * thread-safe.
 */
public final class SiteModel {
    private final FeatureProfile profile;
    private final Core core;
    private final Origin modelOrigin;
    private final SiteParts site;
    private final Origin adaptorOrigin;

    /**
     * @param profile of the weights
     * @param core shared weights
     * @param modelOrigin where the core comes from
     * @param site what the site has of its own
     * @param adaptorOrigin where that comes from; the model's origin for the generic one
     */
    public SiteModel(
            FeatureProfile profile,
            Core core,
            Origin modelOrigin,
            SiteParts site,
            Origin adaptorOrigin) {
        this.profile = profile;
        this.core = core;
        this.modelOrigin = modelOrigin;
        this.site = site;
        this.adaptorOrigin = adaptorOrigin;
    }

    /** The model that ships with Talon, trained on simulated sites. Read once. */
    public static SiteModel base() {
        return BaseModel.MODEL;
    }

    /**
     * Reads a model, whoever signed it.
     *
     * @throws ModelFormatException if it is no intact model of a known feature profile; names file,
     *     expected and found
     */
    public static SiteModel load(Path model) throws ModelFormatException {
        return load(model, TrustedKeys.any());
    }

    /**
     * Reads a model that one of the given keys signed.
     *
     * @throws ModelFormatException if it is no intact, trusted model of a known feature profile
     */
    public static SiteModel load(Path model, TrustedKeys trusted) throws ModelFormatException {
        return ModelReader.model(ModelReader.bytes(model), model.toString(), trusted);
    }

    /**
     * This model with a site's adaptor, normaliser and calibration, whoever signed them.
     *
     * @throws ModelFormatException if it is no intact adaptor made for this model
     */
    public SiteModel withAdaptor(Path adaptor) throws ModelFormatException {
        return withAdaptor(ModelReader.bytes(adaptor), adaptor.toString());
    }

    /**
     * As {@link #withAdaptor(Path)}, from memory.
     *
     * @param name what the bytes are called in messages
     */
    public SiteModel withAdaptor(byte[] adaptor, String name) throws ModelFormatException {
        return withAdaptor(adaptor, name, TrustedKeys.any());
    }

    /**
     * As {@link #withAdaptor(byte[], String)}, if one of the given keys signed it.
     *
     * @param name what the bytes are called in messages
     */
    public SiteModel withAdaptor(byte[] adaptor, String name, TrustedKeys trusted)
            throws ModelFormatException {
        return ModelReader.withAdaptor(this, adaptor, name, trusted);
    }

    /** This model with parts that nobody has signed yet; their origin is the model's own. */
    public SiteModel withSite(SiteParts parts) {
        return new SiteModel(profile, core, modelOrigin, parts, modelOrigin);
    }

    /** The feature profile of the weights. */
    public FeatureProfile profile() {
        return profile;
    }

    /** The shared weights. */
    public Core core() {
        return core;
    }

    /** What the site has of its own; for a model without adaptor, the generic parts. */
    public SiteParts site() {
        return site;
    }

    /** Where the core comes from. */
    public Origin modelOrigin() {
        return modelOrigin;
    }

    /**
     * Version of the program that made the model and the first digits of its hash, e.g. {@code
     * 0.1.0+3f2a91bc}.
     */
    public String modelVersion() {
        return modelOrigin.version();
    }

    /** Lower-case hexadecimal SHA-256 of the model's manifest, which covers all its tensors. */
    public String modelSha256() {
        return modelOrigin.sha256();
    }

    /** As {@link #modelVersion} for the adaptor; the model's own without one. */
    public String adaptorVersion() {
        return adaptorOrigin.version();
    }

    /** SHA-256 of the adaptor's manifest; the model's own without an adaptor. */
    public String adaptorSha256() {
        return adaptorOrigin.sha256();
    }

    /** How much of the site the model has seen. */
    public Maturity maturity() {
        return site.maturity();
    }

    /** A flow is anomalous if its p is below this. */
    public double threshold() {
        return site.calibration().threshold();
    }

    /** A new scorer with the reference engine, for one thread. */
    public Scorer newScorer() {
        return newScorer(new ScalarReconstructor(core.shape()));
    }

    /** A new scorer with an engine, both for one thread. */
    public Scorer newScorer(Reconstructor engine) {
        return new CalibratedScorer(profile, errors(engine), site.calibration(), site.normaliser());
    }

    private SequenceErrors errors(Reconstructor engine) {
        return new SequenceErrors(core, site.adaptor(), site.normaliser(), engine);
    }
}
