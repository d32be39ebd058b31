// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import io.talon.ctalvae.calibrate.Acquaintance;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.Curve;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.ServiceRanges;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.relation.Relation;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns models and adaptors into the bytes of a {@code .talon} file. The manifest and the tensors
 * depend on the content alone; only the signature depends on the key.
 */
public final class ModelWriter {
    private ModelWriter() {}

    /**
     * A model: core and generic parts.
     *
     * @param madeWith what it was made from and how, for the manifest
     */
    public static byte[] model(
            FeatureProfile profile,
            Core core,
            SiteParts generic,
            Map<String, String> madeWith,
            SigningKey key) {
        Tensors tensors = new Tensors();
        for (CoreTensor tensor : CoreTensor.values()) {
            tensors.add(TensorNames.of(tensor), tensor.rows(core.shape()), core.tensor(tensor));
        }
        addSite(tensors, generic, core.shape());
        return TalonFile.encode(
                manifest(
                        Manifest.Kind.MODEL,
                        profile,
                        core.shape(),
                        null,
                        generic,
                        madeWith,
                        tensors),
                tensors,
                key);
    }

    /**
     * An adaptor: what a site has of its own.
     *
     * @param model the model it was made for
     * @param madeWith what it was made from and how, for the manifest
     */
    public static byte[] adaptor(
            SiteModel model, SiteParts site, Map<String, String> madeWith, SigningKey key) {
        Tensors tensors = new Tensors();
        CoreShape shape = model.core().shape();
        addSite(tensors, site, shape);
        Manifest.Model made = new Manifest.Model(model.modelSha256());
        return TalonFile.encode(
                manifest(
                        Manifest.Kind.ADAPTOR,
                        model.profile(),
                        shape,
                        made,
                        site,
                        madeWith,
                        tensors),
                tensors,
                key);
    }

    private static void addSite(Tensors tensors, SiteParts site, CoreShape shape) {
        int width = site.adaptor().width();
        for (AdaptorTensor tensor : AdaptorTensor.values()) {
            tensors.add(
                    TensorNames.of(tensor),
                    tensor.rows(width, shape.inner()),
                    tensor.of(site.adaptor()));
        }
        tensors.add(TensorNames.MEDIAN, 1, site.normaliser().median());
        tensors.add(TensorNames.SCALE, 1, site.normaliser().scale());
        ServiceRanges services = site.normaliser().ranges();
        int groups = services.keys().length;
        tensors.add(TensorNames.SERVICES, 1, services.keys());
        tensors.add(TensorNames.SERVICES_LOW, groups, services.low());
        tensors.add(TensorNames.SERVICES_TYPICAL, groups, services.typical());
        tensors.add(TensorNames.SERVICES_HIGH, groups, services.high());
        Calibration calibration = site.calibration();
        addCurve(tensors, TensorNames.LAST_FLOW, calibration.fusion().lastFlow());
        addCurve(tensors, TensorNames.SEQUENCE, calibration.fusion().sequence());
        addCurve(tensors, TensorNames.NORM, calibration.fusion().norm());
        addCurve(tensors, TensorNames.PROBABILITY, calibration.probability().body());
        Acquaintance acquaintance = calibration.fusion().acquaintance();
        if (acquaintance != null) {
            tensors.add(TensorNames.MEMORY_KEYS, 1, acquaintance.memory().keys());
            tensors.add(TensorNames.MEMORY_COUNTS, 1, acquaintance.memory().counts());
            tensors.add(TensorNames.WEIGHTS, 1, acquaintance.weights());
            for (Relation relation : Relation.values()) {
                addCurve(
                        tensors,
                        TensorNames.of(relation),
                        acquaintance.ranks().get(relation.ordinal()));
            }
        }
    }

    private static void addCurve(Tensors tensors, String name, Curve curve) {
        int knots = curve.x().length;
        float[] both = new float[2 * knots];
        System.arraycopy(curve.x(), 0, both, 0, knots);
        System.arraycopy(curve.y(), 0, both, knots, knots);
        tensors.add(name, 2, both);
    }

    private static Manifest manifest(
            Manifest.Kind kind,
            FeatureProfile profile,
            CoreShape shape,
            Manifest.Model model,
            SiteParts site,
            Map<String, String> madeWith,
            Tensors tensors) {
        Calibration calibration = site.calibration();
        return new Manifest(
                calibration.fusion().acquaintance() == null
                        ? Manifest.FORMAT
                        : Manifest.FORMAT_WITH_MEMORY,
                kind,
                Version.STRING,
                new Manifest.Profile(profile.id(), profile.hash(), profile.width()),
                new Manifest.Shape(shape.inner(), shape.hidden(), shape.latent()),
                model,
                site.maturity().name(),
                calibration.threshold(),
                new Manifest.Tail(
                        calibration.probability().shape(), calibration.probability().scale()),
                new TreeMap<>(madeWith),
                tensors.entries());
    }
}
