// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a user can choose about a demo.
 *
 * @param input a conn.log to replay; empty: two simulated sites
 * @param exit whether to stop after the summary
 * @param keep whether the work folder stays
 * @param ports wanted ports by name of the part; others are chosen
 * @param startTimeout how long each part may take to answer
 * @param json whether standard output gets one JSON document instead of the summary
 * @param ready a file that gets that document once everything is healthy
 */
public record DemoOptions(
        Optional<Path> input,
        boolean exit,
        boolean keep,
        Map<String, Integer> ports,
        Duration startTimeout,
        boolean json,
        Optional<Path> ready) {}
