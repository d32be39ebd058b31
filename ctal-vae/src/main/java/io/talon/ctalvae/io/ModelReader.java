// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.io;

import io.talon.ctalvae.calibrate.Acquaintance;
import io.talon.ctalvae.calibrate.Calibration;
import io.talon.ctalvae.calibrate.Curve;
import io.talon.ctalvae.calibrate.FusedError;
import io.talon.ctalvae.calibrate.TailProbability;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.Adaptor;
import io.talon.ctalvae.model.AdaptorTensor;
import io.talon.ctalvae.model.Core;
import io.talon.ctalvae.model.CoreShape;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.Maturity;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.model.Origin;
import io.talon.ctalvae.model.ServiceRanges;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.model.SiteParts;
import io.talon.ctalvae.relation.Relation;
import io.talon.ctalvae.relation.SiteMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads models and adaptors. Refuses by name what is damaged, of another kind, or made for other
 * features or another model.
 */
public final class ModelReader {
    private static final int MOST_UNITS = 4096;
    private static final int SHOWN_DIGITS = 8;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private ModelReader() {}

    /** The bytes of a file, if it is not larger than any model can be. */
    public static byte[] bytes(Path file) throws ModelFormatException {
        try {
            long size = Files.size(file);
            if (size > TalonFile.LARGEST) {
                throw new ModelFormatException(
                        file.toString(),
                        size + " bytes; a Talon file has at most " + TalonFile.LARGEST);
            }
            return Files.readAllBytes(file);
        } catch (ModelFormatException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new ModelFormatException(file.toString(), "there is no such file");
        } catch (IOException e) {
            throw new ModelFormatException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /**
     * Reads a model.
     *
     * @param name what the bytes are called in messages
     */
    public static SiteModel model(byte[] bytes, String name, TrustedKeys trusted)
            throws ModelFormatException {
        TalonFile file = open(bytes, name, trusted, Manifest.Kind.MODEL);
        FeatureProfile profile = profile(file);
        CoreShape shape = shape(file);
        float[][] tensors = new float[CoreTensor.values().length][];
        for (CoreTensor tensor : CoreTensor.values()) {
            tensors[tensor.ordinal()] =
                    file.tensor(TensorNames.of(tensor), tensor.rows(shape) * tensor.columns(shape));
        }
        Origin origin = origin(file);
        return new SiteModel(
                profile, new Core(shape, tensors), origin, site(file, profile, shape), origin);
    }

    /**
     * A model with an adaptor that was made for it.
     *
     * @param name what the adaptor's bytes are called in messages
     */
    public static SiteModel withAdaptor(
            SiteModel model, byte[] bytes, String name, TrustedKeys trusted)
            throws ModelFormatException {
        TalonFile file = open(bytes, name, trusted, Manifest.Kind.ADAPTOR);
        FeatureProfile profile = profile(file);
        if (!profile.id().equals(model.profile().id())) {
            throw new ModelFormatException(
                    name,
                    "for feature profile "
                            + profile.id()
                            + "; the model has "
                            + model.profile().id());
        }
        String made = modelOf(file);
        if (!made.equals(model.modelSha256())) {
            throw new ModelFormatException(
                    name,
                    "made for model "
                            + shown(made)
                            + "; this is model "
                            + shown(model.modelSha256())
                            + ". Name the model it was made for, or adapt again");
        }
        SiteParts site = site(file, profile, model.core().shape());
        return new SiteModel(profile, model.core(), model.modelOrigin(), site, origin(file));
    }

    /**
     * Which model an adaptor was made for: the {@link SiteModel#modelSha256} that it goes with.
     *
     * @param name what the adaptor's bytes are called in messages
     * @throws ModelFormatException if it is no intact adaptor
     */
    public static String modelOf(byte[] adaptor, String name) throws ModelFormatException {
        return modelOf(open(adaptor, name, TrustedKeys.any(), Manifest.Kind.ADAPTOR));
    }

    private static String modelOf(TalonFile adaptor) throws ModelFormatException {
        Manifest.Model made = adaptor.manifest().model();
        if (made == null) {
            throw new ModelFormatException(adaptor.name(), "does not name the model it is for");
        }
        if (!HASH.matcher(made.sha256()).matches()) {
            throw new ModelFormatException(
                    adaptor.name(), "names the model it is for by something that is no SHA-256");
        }
        return made.sha256();
    }

    private static TalonFile open(
            byte[] bytes, String name, TrustedKeys trusted, Manifest.Kind expected)
            throws ModelFormatException {
        TalonFile file = TalonFile.decode(bytes, name, trusted);
        if (file.manifest().kind() != expected) {
            throw new ModelFormatException(
                    name, "is " + file.manifest().kind() + ", expected " + expected);
        }
        return file;
    }

    private static FeatureProfile profile(TalonFile file) throws ModelFormatException {
        Manifest.Profile found = file.manifest().profile();
        FeatureProfile profile =
                FeatureProfiles.byId(found.id())
                        .orElseThrow(
                                () ->
                                        new ModelFormatException(
                                                file.name(),
                                                "for feature profile "
                                                        + found.id()
                                                        + "; this version of Talon knows "
                                                        + String.join(
                                                                ", ", FeatureProfiles.ids())));
        if (!profile.hash().equals(found.sha256()) || profile.width() != found.width()) {
            throw new ModelFormatException(
                    file.name(),
                    "for another list of features under the name "
                            + found.id()
                            + ": hash "
                            + shown(found.sha256())
                            + ", expected "
                            + shown(profile.hash()));
        }
        return profile;
    }

    private static CoreShape shape(TalonFile file) throws ModelFormatException {
        Manifest.Shape shape = file.manifest().shape();
        if (shape.inner() > MOST_UNITS
                || shape.hidden() > MOST_UNITS
                || shape.latent() > MOST_UNITS) {
            throw new ModelFormatException(file.name(), "wider than " + MOST_UNITS + ": " + shape);
        }
        return checked(file, () -> new CoreShape(shape.inner(), shape.hidden(), shape.latent()));
    }

    private static SiteParts site(TalonFile file, FeatureProfile profile, CoreShape shape)
            throws ModelFormatException {
        int width = profile.width();
        int inner = shape.inner();
        float[][] tensors = new float[AdaptorTensor.values().length][];
        for (AdaptorTensor tensor : AdaptorTensor.values()) {
            tensors[tensor.ordinal()] =
                    file.tensor(
                            TensorNames.of(tensor),
                            tensor.rows(width, inner) * tensor.columns(width, inner));
        }
        Adaptor adaptor = new Adaptor(width, inner, tensors[0], tensors[1], tensors[2], tensors[3]);
        Curve lastFlow = curve(file, TensorNames.LAST_FLOW);
        Curve sequence = curve(file, TensorNames.SEQUENCE);
        Curve norm = curve(file, TensorNames.NORM);
        Curve body = curve(file, TensorNames.PROBABILITY);
        Acquaintance acquaintance = acquaintance(file);
        Normaliser normaliser = normaliser(file, width);
        Manifest manifest = file.manifest();
        return checked(
                file,
                () -> {
                    TailProbability probability =
                            new TailProbability(
                                    body, manifest.tail().shape(), manifest.tail().scale());
                    return new SiteParts(
                            adaptor,
                            normaliser,
                            new Calibration(
                                    new FusedError(lastFlow, sequence, norm, acquaintance),
                                    probability,
                                    manifest.threshold()),
                            Maturity.valueOf(manifest.maturity()));
                });
    }

    private static Normaliser normaliser(TalonFile file, int width) throws ModelFormatException {
        float[] median = file.tensor(TensorNames.MEDIAN, width);
        float[] scale = file.tensor(TensorNames.SCALE, width);
        if (!file.has(TensorNames.SERVICES)) {
            return checked(file, () -> new Normaliser(median, scale));
        }
        float[] keys = file.tensor(TensorNames.SERVICES);
        int size = keys.length * width;
        float[] low = file.tensor(TensorNames.SERVICES_LOW, size);
        float[] typical = file.tensor(TensorNames.SERVICES_TYPICAL, size);
        float[] high = file.tensor(TensorNames.SERVICES_HIGH, size);
        return checked(
                file,
                () -> new Normaliser(median, scale, new ServiceRanges(keys, low, typical, high)));
    }

    private static Acquaintance acquaintance(TalonFile file) throws ModelFormatException {
        if (!file.has(TensorNames.MEMORY_KEYS)) {
            return null;
        }
        float[] keys = file.tensor(TensorNames.MEMORY_KEYS);
        float[] counts = file.tensor(TensorNames.MEMORY_COUNTS);
        float[] weights = file.tensor(TensorNames.WEIGHTS);
        List<Curve> ranks = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            ranks.add(curve(file, TensorNames.of(relation)));
        }
        return checked(file, () -> new Acquaintance(new SiteMemory(keys, counts), ranks, weights));
    }

    private static Curve curve(TalonFile file, String name) throws ModelFormatException {
        float[] both = file.tensor(name);
        int knots = both.length / 2;
        return checked(
                file,
                () ->
                        new Curve(
                                Arrays.copyOf(both, knots),
                                Arrays.copyOfRange(both, knots, both.length)));
    }

    private static <T> T checked(TalonFile file, Supplier<T> made) throws ModelFormatException {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ModelFormatException(file.name(), e.getMessage());
        }
    }

    private static Origin origin(TalonFile file) {
        return new Origin(file.manifest().createdBy() + "+" + shown(file.sha256()), file.sha256());
    }

    private static String shown(String sha256) {
        return sha256.substring(0, Math.min(SHOWN_DIGITS, sha256.length()));
    }
}
