// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.doctor;

import io.talon.local.part.Artefacts;
import io.talon.local.part.MissingArtefact;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the build must have left. */
final class ArtefactChecks {
    private ArtefactChecks() {}

    /** Finds an artefact, and throws when it is not there. */
    @FunctionalInterface
    private interface Artefact {
        Object find() throws MissingArtefact;
    }

    static List<Check> all(Artefacts built) {
        return List.of(
                () -> List.of(built("elasticsearch", built::elasticsearch)),
                () -> List.of(built("kafka", built::kafkaClassPath)),
                () -> List.of(built("flink", built::flinkClassPath)),
                () -> List.of(built("job", built::jobJar)),
                () -> List.of(built("job commands", built::jobCommands)),
                () -> List.of(built("simulator", built::simulatorCommands)),
                () -> List.of(built("service", built::service)),
                () -> List.of(nativeLibrary(built)));
    }

    private static Finding built(String name, Artefact artefact) {
        String subject = "built: " + name;
        try {
            String found = artefact.find().toString();
            int jars = found.split(File.pathSeparator).length;
            return Finding.ok(subject, jars == 1 ? found : jars + " jars");
        } catch (MissingArtefact e) {
            return Finding.fail(subject, e.problem(), e.remedy());
        }
    }

    private static Finding nativeLibrary(Artefacts built) {
        String subject = "training library";
        String classifier =
                classifier(System.getProperty("os.name"), System.getProperty("os.arch"));
        try {
            return Arrays.stream(built.trainingClassPath().split(File.pathSeparator))
                    .map(entry -> entry.substring(entry.lastIndexOf(File.separatorChar) + 1))
                    .filter(jar -> jar.startsWith("nd4j-native-"))
                    .filter(jar -> jar.endsWith("-" + classifier + ".jar"))
                    .map(jar -> Finding.ok(subject, jar))
                    .findFirst()
                    .orElseGet(
                            () ->
                                    Finding.fail(
                                            subject,
                                            "there is no ND4J for "
                                                    + classifier
                                                    + " on the class path; only train and adapt"
                                                    + " need it",
                                            "Build on a machine of this kind, or with"
                                                    + " -Dnd4j.classifier="
                                                    + classifier));
        } catch (MissingArtefact e) {
            return Finding.fail(subject, e.problem(), e.remedy());
        }
    }

    /** What ND4J calls a platform, for example {@code linux-x86_64}. */
    static String classifier(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system =
                os.contains("mac") ? "macosx" : os.contains("windows") ? "windows" : "linux";
        String processor =
                switch (osArch) {
                    case "aarch64", "arm64" -> "arm64";
                    case "amd64", "x86_64" -> "x86_64";
                    default -> osArch;
                };
        return system + "-" + processor;
    }
}
