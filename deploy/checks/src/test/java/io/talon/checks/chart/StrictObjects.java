// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.chart;

import static java.util.Map.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.Map;
import org.apache.flink.kubernetes.operator.api.FlinkDeployment;
import org.apache.flink.kubernetes.operator.api.spec.FlinkVersion;

/**
 * Reads Kubernetes objects into the classes of their makers, and refuses what those do not know: a
 * field that is misspelt is otherwise dropped without a word.
 */
final class StrictObjects {
    private static final Map<String, Class<? extends HasMetadata>> TYPES =
            Map.ofEntries(
                    entry("v1/ConfigMap", ConfigMap.class),
                    entry("v1/Service", Service.class),
                    entry("v1/ServiceAccount", ServiceAccount.class),
                    entry("apps/v1/Deployment", Deployment.class),
                    entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
                    entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
                    entry("rbac.authorization.k8s.io/v1/Role", Role.class),
                    entry("rbac.authorization.k8s.io/v1/RoleBinding", RoleBinding.class),
                    entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
                    entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
                    entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
                    entry("external-secrets.io/v1/ExternalSecret", ExternalSecret.class),
                    entry("kafka.strimzi.io/v1beta2/KafkaTopic", KafkaTopic.class),
                    entry("flink.apache.org/v1beta1/FlinkDeployment", FlinkDeployment.class));

    private static final YAMLMapper MAPPER =
            YAMLMapper.builder()
                    .annotationIntrospector(new NothingUnknown())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .build();

    private StrictObjects() {}

    /**
     * @throws AssertionError if the kind is unknown, or a field is
     */
    static HasMetadata read(JsonNode object) {
        String type = object.path("apiVersion").asText() + "/" + object.path("kind").asText();
        if (!TYPES.containsKey(type)) {
            throw new AssertionError("no class is known for a " + type);
        }
        try {
            return MAPPER.treeToValue(known(object), TYPES.get(type));
        } catch (JsonProcessingException e) {
            throw new AssertionError(
                    type + " " + object.path("metadata").path("name") + ": " + e.getMessage(), e);
        }
    }

    /**
     * Operator classes that can be had are older than Flink 2.3 and know only versions up to 2.0.
     */
    private static JsonNode known(JsonNode object) {
        if (!object.path("kind").asText().equals("FlinkDeployment")) {
            return object;
        }
        ObjectNode copy = object.deepCopy();
        FlinkVersion newest = FlinkVersion.values()[FlinkVersion.values().length - 1];
        ((ObjectNode) copy.path("spec")).put("flinkVersion", newest.name());
        return copy;
    }

    /** The classes catch unknown fields in a map, or ignore them. */
    private static final class NothingUnknown extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(
                MapperConfig<?> config, Annotated annotated) {
            return super.findPropertyIgnoralByName(config, annotated).withoutIgnoreUnknown();
        }
    }
}
