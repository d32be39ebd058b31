// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.talon.checks.Checkout;
import io.talon.checks.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToolsEntrypointTest {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "fpu avx avx2 fma, OPENBLAS_CORETYPE=HASWELL",
        "avx2 avx512f avx512bw, OPENBLAS_CORETYPE=SKYLAKEX",
    })
    void kernelsAreChosenFromTheHost(String flags, String chosen) throws Exception {
        assertThat(run(cpu(flags), "adapt").output()).contains(chosen);
    }

    @Test
    void kernelsOfAnotherCpuAreLeftToTheLibrary() throws Exception {
        assertThat(run(cpu("fpu sse2"), "adapt").output()).doesNotContain("OPENBLAS_CORETYPE=");
    }

    @Test
    void theUsersChoiceOfKernelsStays() throws Exception {
        Command command =
                entrypoint("train")
                        .with("TALON_CPUINFO", cpu("avx2"))
                        .with("OPENBLAS_CORETYPE", "ZEN");

        assertThat(command.run(AT_MOST).output()).contains("OPENBLAS_CORETYPE=ZEN");
    }

    @ParameterizedTest
    @CsvSource({
        "install, io.talon.dashboards.cli.InstallMain, dashboards",
        "ingest, io.talon.job.cli.JobMain, flink-job",
        "score, io.talon.job.cli.JobMain, flink-job",
        "adapt, io.talon.ctalvae.cli.ModelMain, ctal-vae",
    })
    void eachCommandRunsItsModulesMain(String command, String main, String module)
            throws Exception {
        String output = run(cpu(""), command).output();

        assertThat(output).contains("argument " + main, "/" + module + "/*");
        assertThat(Checkout.files(main.substring(main.lastIndexOf('.') + 1) + ".java"))
                .as("the class exists")
                .isNotEmpty();
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        Command.Result result = run(cpu(""), "demo");

        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.output()).contains("install", "ingest");
    }

    private Command.Result run(Path cpu, String command) throws Exception {
        return entrypoint(command)
                .with("TALON_CPUINFO", cpu)
                .with("OPENBLAS_CORETYPE", "")
                .run(AT_MOST);
    }

    private Command entrypoint(String command) throws Exception {
        return Command.of(Checkout.path("deploy/images/tools/docker-entrypoint.sh"), command)
                .with("JAVA_HOME", FakeJava.in(folder, ""))
                .with("TALON_TOOLS_HOME", folder);
    }

    private Path cpu(String flags) throws Exception {
        return Files.writeString(folder.resolve("cpuinfo"), "flags\t\t: " + flags + "\n");
    }
}
