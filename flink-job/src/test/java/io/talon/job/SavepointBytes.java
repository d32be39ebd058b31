// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;

/**
 * What operators of an earlier build wrote into a savepoint. A file bears the version that wrote
 * it; each release adds its own, and none is ever replaced: a job that cannot read one cannot be
 * upgraded from that version.
 */
public final class SavepointBytes {
    private static final Path FOLDER = Path.of("src/test/resources/io/talon/job/savepoint");

    /** With {@code -Dtalon.savepoint=VERSION} the tests write those of the build that they test. */
    private static final String VERSION = System.getProperty("talon.savepoint", "");

    private SavepointBytes() {}

    /** Of every version that has this operator's, oldest first. */
    public static String[] versions(String operator) throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.map(each -> each.getFileName().toString())
                    .filter(each -> each.equals(VERSION) || Files.exists(file(each, operator)))
                    .sorted()
                    .toArray(String[]::new);
        }
    }

    /** What an operator of that version wrote. */
    public static OperatorSubtaskState read(String version, String operator) throws Exception {
        return OperatorSnapshotUtil.readStateHandle(file(version, operator).toString());
    }

    /** Keeps what an operator of this build wrote, if asked. */
    public static void offer(String operator, OperatorSubtaskState state) throws Exception {
        if (!VERSION.isEmpty()) {
            Files.createDirectories(FOLDER.resolve(VERSION));
            OperatorSnapshotUtil.writeStateHandle(state, file(VERSION, operator).toString());
        }
    }

    private static Path file(String version, String operator) {
        return FOLDER.resolve(version).resolve(operator + ".bin");
    }
}
