// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.SiteModel;
import io.talon.ctalvae.score.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attack types together with what they were learnt with: a model's latent space and a feature
 * profile. Kept as JSON. Immutable, thread-safe.
 */
public final class KnownAttacks {
    private static final String RESOURCE = "/io/talon/ctalvae/attack-types.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeatureProfile profile;
    private final String modelSha256;
    private final double latentWeight;
    private final AttackTypes types;
    private final TypeEmbedding embedding;

    /**
     * @param profile of the explanations
     * @param modelSha256 of the model whose latents are compared, see {@link SiteModel#modelSha256}
     * @param latentWeight as {@link TypeEmbedding} has it
     * @param types learnt with that embedding
     */
    public KnownAttacks(
            FeatureProfile profile, String modelSha256, double latentWeight, AttackTypes types) {
        this.profile = profile;
        this.modelSha256 = modelSha256;
        this.latentWeight = latentWeight;
        this.types = types;
        this.embedding = new TypeEmbedding(profile, latentWeight);
    }

    /**
     * The types that ship with Talon; empty for a model that they were not learnt with, whose
     * latents would mean something else.
     */
    public static Optional<KnownAttacks> shippedFor(SiteModel model) {
        try (InputStream in = KnownAttacks.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(read(in.readAllBytes()))
                    .filter(known -> known.modelSha256.equals(model.modelSha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kind that an explained anomaly resembles most, or that it resembles none. */
    public TypeMatch nearest(Explanation anomaly) {
        return types.match(embedding.of(anomaly));
    }

    /** Hash of the model that the types belong to. */
    public String modelSha256() {
        return modelSha256;
    }

    /** The types. */
    public AttackTypes types() {
        return types;
    }

    /**
     * @throws IOException if the bytes are no such file, or one of an unknown feature profile
     */
    public static KnownAttacks read(byte[] bytes) throws IOException {
        JsonNode root = JSON.readTree(bytes);
        String hash = root.path("profile_hash").asText();
        FeatureProfile profile =
                FeatureProfiles.ids().stream()
                        .map(id -> FeatureProfiles.byId(id).orElseThrow())
                        .filter(p -> p.hash().equals(hash))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IOException(
                                                "attack types of a feature profile with hash "
                                                        + hash
                                                        + ", which this version does not know"));
        List<Prototype> prototypes = new ArrayList<>();
        for (JsonNode type : root.path("types")) {
            prototypes.add(
                    new Prototype(
                            type.path("type").asText(),
                            floats(type.path("centre")),
                            floats(type.path("distances"))));
        }
        return new KnownAttacks(
                profile,
                root.path("model_sha256").asText(),
                root.path("latent_weight").asDouble(),
                new AttackTypes(prototypes, root.path("rejection").asDouble()));
    }

    private static float[] floats(JsonNode list) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).floatValue();
        }
        return values;
    }

    /** As a file; {@link #read} gives back the same. */
    public byte[] bytes() throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("model_sha256", modelSha256);
        root.put("profile", profile.id());
        root.put("profile_hash", profile.hash());
        root.put("latent_weight", latentWeight);
        root.put("rejection", types.rejection());
        ArrayNode list = root.putArray("types");
        for (Prototype prototype : types.prototypes()) {
            ObjectNode type = list.addObject();
            type.put("type", prototype.type());
            put(type.putArray("centre"), prototype.centre());
            put(type.putArray("distances"), prototype.distances());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }

    private static void put(ArrayNode list, float[] values) {
        for (float value : values) {
            list.add(value);
        }
    }
}
