// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.Helm;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.talon.checks.Checkout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chart, rendered by Helm, read strictly. */
class ChartTest {

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void examplesRenderIntoObjectsThatTheirMakersKnow(String example) throws IOException {
        assertThat(Rendered.of(example).kinds())
                .contains("FlinkDeployment", "Deployment", "Service", "NetworkPolicy");
    }

    @Test
    void everythingOptionalIsThereWhenAskedFor() throws IOException {
        assertThat(Rendered.of("large").kinds())
                .contains(
                        "ExternalSecret",
                        "KafkaTopic",
                        "ServiceMonitor",
                        "PodMonitor",
                        "PrometheusRule",
                        "ConfigMap");
    }

    @Test
    void lintFindsNothing() {
        var result = new Helm(Rendered.CHART).lint().strict().quiet().call();

        assertThat(result.isFailed()).as(result.getMessages().toString()).isFalse();
    }

    @Test
    void strictReadingRefusesMisspeltFields() throws IOException {
        ObjectNode deployment = Rendered.of("small").tree("Deployment", "talon-service").deepCopy();
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0"))
                .put("imagePullPolice", "x");

        assertThatThrownBy(() -> StrictObjects.read(deployment))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("imagePullPolice");
    }

    @Test
    void strictReadingRefusesMisspeltFieldsOfFlinkToo() throws IOException {
        ObjectNode job = Rendered.of("small").tree("FlinkDeployment", "talon-job").deepCopy();
        ((ObjectNode) job.at("/spec/job")).put("upgradeMod", "savepoint");

        assertThatThrownBy(() -> StrictObjects.read(job)).hasMessageContaining("upgradeMod");
    }

    @ParameterizedTest
    @CsvSource({
        "job.paralelism, 3, paralelism",
        "job.state.backend, heap, backend",
        "job.taskManager.memory, 4GB, memory",
        "kafka.bootstrap, kafka, bootstrap",
        "service.replicas, 0, replicas",
        "kafka.bootstrap, , your brokers",
        "secrets.existing, , secret that holds",
        "job.state.claim, , ReadWriteMany claim",
        "service.database.url, , jdbc:postgresql"
    })
    void wrongValuesAreRefusedByName(String key, String value, String named) {
        assertThatThrownBy(() -> Rendered.of("small", Map.of(key, value == null ? "" : value)))
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "medium", "large"})
    void noContainerIsRootOrWritesItsRootFileSystem(String example) throws IOException {
        List<PodSpec> pods = podSpecs(Rendered.of(example));

        assertThat(pods).hasSize(2);
        for (PodSpec pod : pods) {
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThan(1000);
            for (Container container : pod.getContainers()) {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
                assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
                assertThat(container.getSecurityContext().getCapabilities().getDrop())
                        .containsExactly("ALL");
                assertThat(container.getVolumeMounts())
                        .extracting(mount -> mount.getMountPath())
                        .contains("/tmp");
            }
        }
    }

    @Test
    void everyMountedVolumeIsDeclared() throws IOException {
        for (String example : List.of("small", "medium", "large")) {
            for (PodSpec pod : podSpecs(Rendered.of(example))) {
                List<String> mounted = new ArrayList<>();
                pod.getContainers()
                        .forEach(c -> c.getVolumeMounts().forEach(m -> mounted.add(m.getName())));
                assertThat(pod.getVolumes()).extracting(v -> v.getName()).containsAll(mounted);
            }
        }
    }

    @Test
    void theJobRunsTheFlinkOfThePom() throws IOException {
        JsonNode spec = Rendered.of("small").tree("FlinkDeployment", "talon-job").path("spec");
        String[] version = pomProperty("flink.version").split("\\.");

        assertThat(spec.path("flinkVersion").asText())
                .isEqualTo("v" + version[0] + "_" + version[1]);
    }

    @Test
    void aStandbyJobManagerTakesOverFromKeptPointers() throws IOException {
        JsonNode spec = Rendered.of("medium").tree("FlinkDeployment", "talon-job").path("spec");

        assertThat(spec.at("/jobManager/replicas").asInt()).isEqualTo(2);
        assertThat(spec.at("/flinkConfiguration/high-availability.type").asText())
                .isEqualTo("kubernetes");
        assertThat(spec.at("/flinkConfiguration/high-availability.storageDir").asText())
                .startsWith("s3://talon-state/production/");
        assertThat(spec.at("/job/upgradeMode").asText()).isEqualTo("savepoint");
    }

    @Test
    void aReplicaOfTheServiceIsReadyBeforeAnotherGoes() throws IOException {
        JsonNode spec = Rendered.of("small").tree("Deployment", "talon-service").path("spec");

        assertThat(spec.at("/strategy/rollingUpdate/maxUnavailable").asInt()).isZero();
        assertThat(spec.at("/template/spec/containers/0/readinessProbe/httpGet/path").asText())
                .isEqualTo("/q/health/ready");
        assertThat(
                        Rendered.of("small")
                                .tree("PodDisruptionBudget", "talon-service")
                                .at("/spec/minAvailable")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void secretsComeFromFilesAndNeverFromValues() throws IOException {
        JsonNode env =
                Rendered.of("small")
                        .tree("Deployment", "talon-service")
                        .at("/spec/template/spec/containers/0/env");

        for (JsonNode variable : env) {
            if (variable.path("name").asText().matches(".*(PASSWORD|KEY|SECRET|TOKEN).*")) {
                assertThat(variable.path("value").asText()).startsWith("/run/secrets/talon/");
            }
        }
    }

    @Test
    void theOptionsOfTheJobArePassedOn() throws IOException {
        JsonNode arguments =
                Rendered.of("small", Map.of("job.options.history\\.expiry", "2 d"))
                        .tree("FlinkDeployment", "talon-job")
                        .at("/spec/job/args");

        assertThat(arguments)
                .extracting(JsonNode::asText)
                .containsSequence("--history.expiry", "2 d");
    }

    private static List<PodSpec> podSpecs(Rendered rendered) {
        List<PodSpec> specs = new ArrayList<>();
        rendered.objects()
                .forEach(
                        object -> {
                            if (object instanceof Deployment deployment) {
                                specs.add(deployment.getSpec().getTemplate().getSpec());
                            } else if (object instanceof FlinkDeployment flink) {
                                specs.add(flink.getSpec().getPodTemplate().getSpec());
                            }
                        });
        return specs;
    }

    private static String pomProperty(String name) {
        String pom = Checkout.text("pom.xml");
        int start = pom.indexOf("<" + name + ">") + name.length() + 2;
        return pom.substring(start, pom.indexOf("<", start));
    }
}
