// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.talon.ctalvae.feature.FeatureProfile;
import io.talon.ctalvae.feature.FeatureProfiles;
import io.talon.ctalvae.model.Normaliser;
import io.talon.ctalvae.sequence.Sequence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Attack types together with the feature profile that they were learnt with. Kept as JSON.
 * Immutable, thread-safe.
 */
public final class KnownAttacks {
    private static final String RESOURCE = "/io/talon/ctalvae/attack-types.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FeatureProfile profile;
    private final AttackTypes types;

    /**
     * @param profile of the sequences whose places were learnt
     * @param types learnt from {@link TypePlace}s
     */
    public KnownAttacks(FeatureProfile profile, AttackTypes types) {
        this.profile = profile;
        this.types = types;
    }

    /** The types that ship with Talon; empty for another feature profile than theirs. */
    public static Optional<KnownAttacks> shippedFor(FeatureProfile profile) {
        try (InputStream in = KnownAttacks.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(read(in.readAllBytes()))
                    .filter(known -> known.profile.hash().equals(profile.hash()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The kind that an anomaly resembles most, or that it resembles none.
     *
     * @param site the site's statistics
     * @param anomaly of the types' feature profile
     */
    public TypeMatch nearest(Normaliser site, Sequence anomaly) {
        if (!anomaly.profile().equals(profile.id())) {
            throw new IllegalArgumentException(
                    "an anomaly of profile %s; the attack types are of %s"
                            .formatted(anomaly.profile(), profile.id()));
        }
        return types.match(TypePlace.of(site, anomaly));
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
        List<double[]> factor = new ArrayList<>();
        for (JsonNode row : root.path("whitening")) {
            factor.add(doubles(row));
        }
        Whitening whitening = new Whitening(factor.toArray(double[][]::new));
        return new KnownAttacks(
                profile, new AttackTypes(whitening, prototypes, root.path("rejection").asDouble()));
    }

    private static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).floatValue();
        }
        return values;
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
        root.put("profile", profile.id());
        root.put("profile_hash", profile.hash());
        root.put("rejection", types.rejection());
        ArrayNode list = root.putArray("types");
        for (Prototype prototype : types.prototypes()) {
            ObjectNode type = list.addObject();
            type.put("type", prototype.type());
            put(type.putArray("centre"), prototype.centre());
            put(type.putArray("distances"), prototype.distances());
        }
        ArrayNode rows = root.putArray("whitening");
        for (double[] row : types.whitening().factor()) {
            ArrayNode values = rows.addArray();
            for (double value : row) {
                values.add((float) value);
            }
        }
        return JSON.writeValueAsBytes(root);
    }

    private static void put(ArrayNode list, float[] values) {
        for (float value : values) {
            list.add(value);
        }
    }
}
