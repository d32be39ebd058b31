// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.local.part;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the build leaves for the parts to run from. Each method names the module to build when its
 * artefact is missing.
 *
 * @param home Talon's folder, the one with {@code mvnw}
 */
public record Artefacts(Path home) {

    /** The unpacked distribution of Elasticsearch. */
    public Path elasticsearch() throws MissingArtefact {
        return only("deploy/local/elasticsearch", "target/dist", "elasticsearch-", "");
    }

    /** The class path of a Kafka broker. */
    public String kafkaClassPath() throws MissingArtefact {
        return classPath("deploy/local/kafka");
    }

    /** The class path of a Flink cluster. */
    public String flinkClassPath() throws MissingArtefact {
        return classPath("deploy/local/flink");
    }

    /** The jar of the job with all that a cluster does not bring. */
    public Path jobJar() throws MissingArtefact {
        return only("flink-job", "target", "talon-flink-job-", "-all.jar");
    }

    /** The class path of the job's commands. */
    public String jobCommands() throws MissingArtefact {
        return commands("flink-job", "talon-flink-job-");
    }

    /** The class path of the simulator's commands. */
    public String simulatorCommands() throws MissingArtefact {
        return commands("simulator", "talon-simulator-");
    }

    /** The class path of training and adaptation, with the native library. */
    public String trainingClassPath() throws MissingArtefact {
        return classPath("ctal-vae");
    }

    /** The jar that starts the adaptor service; the rest of it lies beside. */
    public Path service() throws MissingArtefact {
        return only("adaptor-service", "target/quarkus-app", "quarkus-run", ".jar");
    }

    /** Looks at all of them, so that the first one missing is told before anything is started. */
    public void requireAll() throws MissingArtefact {
        elasticsearch();
        kafkaClassPath();
        flinkClassPath();
        jobJar();
        jobCommands();
        simulatorCommands();
        service();
    }

    private String commands(String module, String prefix) throws MissingArtefact {
        Path jar =
                found(module, "target", prefix, ".jar").stream()
                        .filter(path -> !path.toString().endsWith("-all.jar"))
                        .filter(path -> !path.toString().endsWith("-sources.jar"))
                        .filter(path -> !path.toString().endsWith("-tests.jar"))
                        .findFirst()
                        .orElseThrow(() -> new MissingArtefact(module, prefix + "*.jar"));
        return jar + File.pathSeparator + classPath(module);
    }

    private String classPath(String module) throws MissingArtefact {
        Path file = home.resolve(module).resolve("target/runtime.classpath");
        try {
            String classPath = Files.readString(file).strip();
            for (String entry : classPath.split(File.pathSeparator)) {
                if (!Files.exists(Path.of(entry))) {
                    throw new MissingArtefact(module, entry);
                }
            }
            return classPath;
        } catch (MissingArtefact e) {
            throw e;
        } catch (IOException e) {
            throw new MissingArtefact(module, "target/runtime.classpath");
        }
    }

    private Path only(String module, String folder, String prefix, String suffix)
            throws MissingArtefact {
        List<Path> found = found(module, folder, prefix, suffix);
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new MissingArtefact(
                module,
                folder
                        + "/"
                        + prefix
                        + "*"
                        + suffix
                        + (found.isEmpty() ? "" : " (but several: clean first)"));
    }

    private List<Path> found(String module, String folder, String prefix, String suffix) {
        try (Stream<Path> files = Files.list(home.resolve(module).resolve(folder))) {
            return files.filter(
                            path -> {
                                String name = path.getFileName().toString();
                                return name.startsWith(prefix) && name.endsWith(suffix);
                            })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
