// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import io.talon.local.process.ChildProcess;
import io.talon.local.process.LogTail;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Why a part failed, read from the end of its log, and what to do about it.
 *
 * @param reason beginning in lower case
 * @param remedy a sentence
 */
record Diagnosis(String reason, String remedy) {
    private static final int LINES = 12;

    /** What the exit code of a process says that was ended by SIGKILL. */
    private static final int KILLED = 128 + 9;

    private record Known(Pattern pattern, Diagnosis diagnosis) {}

    private static final List<Known> KNOWN =
            List.of(
                    known(
                            "No space left on device|disk quota exceeded",
                            "its disk is full",
                            "Free some space and start again."),
                    known(
                            "Address already in use|BindException|port .* already in use",
                            "another program took its port",
                            "Start again: other ports are chosen. If you set the port with --port,"
                                    + " choose another."),
                    known(
                            "(?<!On)OutOfMemoryError|Cannot allocate memory|insufficient"
                                    + " memory|errno=12",
                            "there is not enough memory for it",
                            "Stop other programs; the demo needs about 3 GB."),
                    known(
                            "Permission denied|AccessDeniedException",
                            "it may not read or write one of its files",
                            "See the path below; every folder above it must be readable."));

    private static Known known(String pattern, String reason, String remedy) {
        return new Known(
                Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), new Diagnosis(reason, remedy));
    }

    /** The failure of a process that ended by itself. */
    static PartFailure ofEnd(ChildProcess process) {
        String code =
                process.exitCode().isPresent()
                        ? "it ended with exit code " + process.exitCode().getAsInt()
                        : "it ended";
        boolean killed = process.exitCode().orElse(0) == KILLED;
        Diagnosis fallback =
                killed
                        ? new Diagnosis(
                                "it was killed",
                                "If nobody did that, the system ran out of memory; the demo needs"
                                        + " about 3 GB.")
                        : new Diagnosis(
                                "it does not say why in words known here",
                                "Run `talon doctor`; --keep leaves the whole log in place.");
        return failure(process, code, fallback);
    }

    /** The failure of a process that still runs but did not answer in time. */
    static PartFailure ofSilence(ChildProcess process, String address, long seconds) {
        return failure(
                process,
                "it did not answer on " + address + " within " + seconds + " s",
                new Diagnosis(
                        "its process still runs",
                        "A slow or busy machine may need longer: raise --start-timeout."));
    }

    private static PartFailure failure(ChildProcess process, String what, Diagnosis fallback) {
        List<String> log = LogTail.of(process.log(), LINES);
        Diagnosis why =
                KNOWN.stream()
                        .filter(known -> log.stream().anyMatch(known.pattern.asPredicate()))
                        .map(Known::diagnosis)
                        .findFirst()
                        .orElse(fallback);
        return new PartFailure(process.name(), what + ": " + why.reason, why.remedy, log);
    }
}
