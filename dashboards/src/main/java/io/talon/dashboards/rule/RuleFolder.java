// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Detection rules as they lie in git: {@code rules/<name>.toml}. Immutable. */
public final class RuleFolder {
    private static final TomlMapper TOML = new TomlMapper();

    private final Path root;

    /**
     * @param root the folder with {@code _config.yaml}
     */
    public RuleFolder(Path root) {
        this.root = root;
    }

    /**
     * The rules, by file name.
     *
     * @throws IOException if a file cannot be read or is no rule; names the file
     */
    public List<DetectionRule> read() throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(root.resolve("rules"))) {
            files = list.filter(file -> file.toString().endsWith(".toml")).sorted().toList();
        }
        List<DetectionRule> rules = new ArrayList<>();
        for (Path file : files) {
            rules.add(readOne(file));
        }
        return rules;
    }

    private static DetectionRule readOne(Path file) throws IOException {
        try {
            if (TOML.readTree(Files.readString(file)).path("rule") instanceof ObjectNode rule) {
                return DetectionRule.ofSource(rule);
            }
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not TOML: " + e.getOriginalMessage(), e);
        }
        throw new IOException(file + " has no table [rule]");
    }
}
