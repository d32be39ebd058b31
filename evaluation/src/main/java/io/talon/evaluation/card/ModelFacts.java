// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.talon.ctalvae.model.CoreTensor;
import io.talon.ctalvae.model.SiteModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a model file says of itself. */
final class ModelFacts {
    /** Length of the magic number that a model file starts with. */
    private static final int MAGIC = 8;

    private final SiteModel model;
    private final JsonNode manifest;
    private final long bytes;

    /**
     * @throws IOException if it is no intact model
     */
    ModelFacts(Path file) throws IOException {
        this.model = SiteModel.load(file);
        byte[] content = Files.readAllBytes(file);
        this.bytes = content.length;
        int length = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(MAGIC);
        int start = MAGIC + Integer.BYTES;
        this.manifest =
                new ObjectMapper().readTree(Arrays.copyOfRange(content, start, start + length));
    }

    Map<String, String> lines() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("version", "`" + model.modelVersion() + "`");
        lines.put("SHA-256 of the manifest", "`" + model.modelSha256() + "`");
        lines.put("size", bytes + " bytes, " + parameters() + " weights");
        lines.put(
                "features",
                "profile `" + model.profile().id() + "`, " + model.profile().width() + " per flow");
        lines.put(
                "shape",
                "input adaptor → %d → LSTM %d → latent %d → LSTM %d → output adaptor"
                        .formatted(
                                model.core().shape().inner(),
                                model.core().shape().hidden(),
                                model.core().shape().latent(),
                                model.core().shape().inner()));
        lines.put("threshold", "p < " + "%.2g".formatted(model.threshold()) + ", without a site");
        new TreeMap<>(madeWith()).forEach((k, v) -> lines.put(k.replace('_', ' '), v));
        return lines;
    }

    /** The command that made it. */
    String command() {
        Map<String, String> facts = madeWith();
        return "talon evaluate base --steps %s --seed %s"
                .formatted(facts.get("steps"), facts.get("seed"));
    }

    private Map<String, String> madeWith() {
        Map<String, String> facts = new LinkedHashMap<>();
        manifest.path("made_with")
                .properties()
                .forEach(e -> facts.put(e.getKey(), e.getValue().asText()));
        return facts;
    }

    private int parameters() {
        int core =
                Arrays.stream(CoreTensor.values())
                        .mapToInt(t -> model.core().tensor(t).length)
                        .sum();
        int width = model.profile().width();
        int inner = model.core().shape().inner();
        return core + 2 * width * inner + width + inner;
    }
}
