// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlinkEntrypointTest {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    /** Answers as Flink's own memory tool does. */
    private static final String MEMORY =
            """
            case "$*" in
              *GET_TM_RESOURCE_PARAMS*) echo 'BASH_JAVA_UTILS_EXEC_RESULT:-Xmx111 -Xms111'
                echo 'BASH_JAVA_UTILS_EXEC_RESULT:-D taskmanager.cpu.cores=2.0'; exit 0 ;;
              *GET_JM_RESOURCE_PARAMS*) echo 'BASH_JAVA_UTILS_EXEC_RESULT:-Xmx222'; exit 0 ;;
            esac
            """;

    @TempDir Path folder;

    private Command entrypoint;

    @BeforeEach
    void makeHome() throws IOException {
        entrypoint =
                Command.of()
                        .with("JAVA_HOME", FakeJava.in(folder, MEMORY))
                        .with("FLINK_HOME", folder);
    }

    @Test
    void aTaskManagerGetsTheMemoryThatFlinkWorkedOut() throws Exception {
        assertThat(run("taskmanager").output())
                .contains("argument -Xmx111", "argument taskmanager.cpu.cores=2.0")
                .contains("argument org.apache.flink.runtime.taskexecutor.TaskManagerRunner")
                .contains("argument --add-modules=jdk.incubator.vector");
    }

    @Test
    void aJobIsStartedWithItsArguments() throws Exception {
        assertThat(run("standalone-job", "--job-classname", "io.talon.job.TalonJob").output())
                .contains("argument -Xmx222", "StandaloneApplicationClusterEntryPoint")
                .contains("argument --job-classname\nargument io.talon.job.TalonJob")
                .doesNotContain("--fromSavepoint");
    }

    @Test
    void aJobGoesOnFromTheNewestWholeCheckpoint() throws Exception {
        for (String checkpoint : new String[] {"chk-9", "chk-10"}) {
            Path made = Files.createDirectories(folder.resolve("state/job").resolve(checkpoint));
            Files.createFile(made.resolve("_metadata"));
        }
        Files.createDirectories(folder.resolve("state/job/chk-11"));
        entrypoint = entrypoint.with("TALON_RESTORE", folder.resolve("state"));

        assertThat(run("standalone-job").output())
                .contains(
                        "argument --fromSavepoint\nargument " + folder.resolve("state/job/chk-10"));
        assertThat(run("standalone-job", "--fromSavepoint", "mine").output())
                .contains("argument --fromSavepoint\nargument mine")
                .doesNotContain("chk-10");
    }

    @Test
    void aJobWithoutACheckpointStartsAnew() throws Exception {
        entrypoint = entrypoint.with("TALON_RESTORE", folder.resolve("empty"));

        Command.Result result = run("standalone-job");

        assertThat(result.exit()).isZero();
        assertThat(result.output()).doesNotContain("--fromSavepoint");
    }

    @Test
    void templatesAreInstalledBeforeTheJobIfAskedByAKeyThatIsNotTheJobs() throws Exception {
        assertThat(run("standalone-job").output()).doesNotContain("InstallMain");
        entrypoint =
                entrypoint
                        .with("TALON_INSTALL_TEMPLATES", "https://es:9200")
                        .with("TALON_API_KEY_FILE", "/secrets/install-key")
                        .with("TALON_ELASTICSEARCH_CA", "/secrets/ca.crt");

        assertThat(run("standalone-job").output())
                .containsSubsequence(
                        "argument " + folder.resolve("installer") + "/*",
                        "InstallMain",
                        "--url\nargument https://es:9200",
                        "--allow-changed",
                        "--api-key-file\nargument /secrets/install-key",
                        "--ca\nargument /secrets/ca.crt",
                        "StandaloneApplicationClusterEntryPoint");
        assertThat(run("taskmanager").output()).doesNotContain("InstallMain");
    }

    @Test
    void aJobIsNotStartedWithoutTheTemplatesThatWereAskedFor() throws Exception {
        entrypoint =
                entrypoint
                        .with("TALON_INSTALL_TEMPLATES", "http://es:9200")
                        .with(
                                "JAVA_HOME",
                                FakeJava.in(
                                        folder.resolve("other"),
                                        "case \"$*\" in *InstallMain*) exit 1 ;; esac\n" + MEMORY));

        Command.Result result = run("standalone-job");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output())
                .contains("http://es:9200", "the job is not started")
                .doesNotContain("StandaloneApplicationClusterEntryPoint");
    }

    @Test
    void propertiesFromTheEnvironmentGoOverTheFile() throws Exception {
        entrypoint =
                entrypoint.with(
                        "FLINK_PROPERTIES", "# mine\n\n  rest.port:   8099\nuser.key: a: b\n");

        assertThat(run("jobmanager").output())
                .contains("argument -Drest.port=8099", "argument -Duser.key=a: b")
                .doesNotContain("mine=");
    }

    @Test
    void memoryThatFlinkRefusesIsNamed() throws Exception {
        entrypoint =
                entrypoint.with(
                        "JAVA_HOME",
                        FakeJava.in(folder.resolve("other"), "echo too small >&2; exit 1"));

        Command.Result result = run("taskmanager");

        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.output()).contains("config.yaml", "too small");
    }

    @Test
    void anUnknownRoleIsRefusedWithTheKnownOnes() throws Exception {
        Command.Result result = run("worker");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.output()).contains("standalone-job", "taskmanager");
    }

    @Test
    void nothingListeningIsNotHealthy() throws Exception {
        entrypoint = entrypoint.with("FLINK_REST_PORT", 1).with("FLINK_METRICS_PORT", 1);

        assertThat(run("health", "jobmanager").exit()).isNotZero();
        assertThat(run("health", "taskmanager").exit()).isNotZero();
    }

    private Command.Result run(String... arguments) throws Exception {
        String[] words = new String[arguments.length + 1];
        words[0] = Checkout.path("flink-job/src/main/docker/docker-entrypoint.sh").toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return new Command(List.of(words), entrypoint.environment(), folder).run(AT_MOST);
    }
}
