// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.ctalvae.adapt;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Reads triplets: {@code [{"anchor":"<uid>","positive":"<uid>"|null,"negative":"<uid>"|null}, …]}.
 * Anything else is refused with the place and the reason.
 */
public final class TripletsFile {
    private static final Set<String> NAMES = Set.of("anchor", "positive", "negative");
    private static final long LARGEST = 16L << 20;
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String name;

    private TripletsFile(String name) {
        this.name = name;
    }

    /**
     * @throws IOException if the file cannot be read or has another shape; the message names it
     */
    public static List<Triplet> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(
                    file + ": " + Files.size(file) + " bytes are no list of triplets");
        }
        return new TripletsFile(file.toString()).parse(Files.readAllBytes(file));
    }

    private List<Triplet> parse(byte[] bytes) throws IOException {
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            throw refused("not JSON: " + e.getOriginalMessage());
        }
        if (!root.isArray()) {
            throw refused(
                    "expected a list of {\"anchor\", \"positive\", \"negative\"}, found "
                            + kind(root));
        }
        List<Triplet> triplets = new ArrayList<>();
        for (JsonNode node : root) {
            triplets.add(triplet(node, triplets.size() + 1));
        }
        return triplets;
    }

    private Triplet triplet(JsonNode node, int number) throws IOException {
        if (!node.isObject()) {
            throw refused(
                    "triplet "
                            + number
                            + " is "
                            + kind(node)
                            + ", expected {\"anchor\", \"positive\", \"negative\"}");
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String found = names.next();
            if (!NAMES.contains(found)) {
                throw refused(
                        "triplet "
                                + number
                                + " has \""
                                + found
                                + "\"; expected anchor, positive, negative");
            }
        }
        String anchor = uid(node, "anchor", number);
        if (anchor == null) {
            throw refused("triplet " + number + " has no anchor");
        }
        return new Triplet(anchor, uid(node, "positive", number), uid(node, "negative", number));
    }

    private String uid(JsonNode node, String field, int number) throws IOException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw refused(
                    "triplet "
                            + number
                            + ": "
                            + field
                            + " is "
                            + kind(value)
                            + ", expected a uid or null");
        }
        return value.textValue();
    }

    private static String kind(JsonNode node) {
        return node.isMissingNode()
                ? "nothing"
                : switch (node.getNodeType()) {
                    case OBJECT -> "an object";
                    case ARRAY -> "a list";
                    case STRING -> "the text " + node;
                    default -> node.toString();
                };
    }

    private IOException refused(String reason) {
        return new IOException(name + ": " + reason);
    }
}
