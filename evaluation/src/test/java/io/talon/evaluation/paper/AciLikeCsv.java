// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Rows made to ACI-IoT-2023's header with its traps. They are not ACI-IoT-2023. */
final class AciLikeCsv {
    private static final LocalDateTime START = LocalDateTime.of(2023, 11, 1, 9, 0);
    private static final DateTimeFormatter SWAPPED =
            DateTimeFormatter.ofPattern("yyyy-dd-MM HH:mm:ss", Locale.ROOT);

    private AciLikeCsv() {}

    /** Shuffled rows over two days, a third of them attacks, with inf and NaN rates. */
    static Path write(Path file, Path header, int rows) throws IOException {
        String head = Files.readAllLines(header).get(0);
        String[] columns = head.split(",");
        Random random = new Random(4);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean attack = random.nextInt(3) == 0;
            LocalDateTime at = START.plusSeconds((long) i * 2 * 86_400 / rows);
            String[] cells = new String[columns.length];
            for (int c = 0; c < columns.length; c++) {
                cells[c] = cell(columns[c], attack, at, i, random);
            }
            lines.add(String.join(",", cells));
        }
        Collections.shuffle(lines, random);
        lines.add(0, head);
        return Files.write(file, lines);
    }

    private static String cell(
            String column, boolean attack, LocalDateTime at, int row, Random random) {
        return switch (column) {
            case "Flow ID" -> "flow" + row;
            case "Src IP" -> "192.168.1." + random.nextInt(20);
            case "Dst IP" -> "192.168.1." + random.nextInt(9);
            case "Timestamp" -> at.format(SWAPPED);
            case "Label" -> attack ? "Port Scan" : "Benign";
            case "Connection Type" -> random.nextBoolean() ? "wired" : "wireless";
            case "Flow Bytes/s" -> row % 50 == 0 ? "inf" : row % 50 == 1 ? "NaN" : "12.5";
            case "Flow Packets/s" -> row % 50 == 0 ? "Infinity" : "3.5";
            case "Idle Mean", "Idle Max", "Idle Min" ->
                    String.valueOf(at.toEpochSecond(ZoneOffset.UTC) * 1_000_000L);
            default ->
                    String.format(
                            Locale.ROOT,
                            "%.3f",
                            Math.exp(random.nextGaussian() + (attack ? 4 : 2)));
        };
    }
}
