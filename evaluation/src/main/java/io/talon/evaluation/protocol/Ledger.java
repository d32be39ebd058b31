// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Outcomes of finished cells, one JSON object per line, appended as they come: an interrupted run
 * goes on where it stopped. A last line that was cut off is ignored and measured again.
 */
public final class Ledger {
    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final String options;
    private final Map<Cell, Outcome> done = new HashMap<>();

    private Ledger(Path file, String options) {
        this.file = file;
        this.options = options;
    }

    /**
     * Opens or creates a ledger.
     *
     * @param options hash of options and code; outcomes with another one are left alone
     */
    public static Ledger open(Path file, String options) throws IOException {
        Ledger ledger = new Ledger(file, options);
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                ledger.read(line).ifPresent(o -> ledger.done.put(o.cell(), o));
            }
        } else {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        return ledger;
    }

    private Optional<Outcome> read(String line) {
        try {
            return Optional.of(json.readValue(line, Outcome.class))
                    .filter(o -> options.equals(o.options()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The outcome of a cell, if it was measured with the same options. */
    public Optional<Outcome> find(Cell cell) {
        return Optional.ofNullable(done.get(cell));
    }

    /** Keeps an outcome. */
    public void add(Outcome outcome) throws IOException {
        done.put(outcome.cell(), outcome);
        byte[] line = (json.writeValueAsString(outcome) + '\n').getBytes(StandardCharsets.UTF_8);
        Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Hash of options and code. */
    public String options() {
        return options;
    }
}
