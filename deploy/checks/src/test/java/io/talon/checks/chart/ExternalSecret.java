// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.checks.chart;

import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;
import java.util.List;

/**
 * The part of the External Secrets operator's type that the chart may use; its makers ship no Java.
 */
@Group("external-secrets.io")
@Version("v1")
final class ExternalSecret extends CustomResource<ExternalSecret.Spec, Void> implements Namespaced {
    private static final long serialVersionUID = 1;

    record Spec(String refreshInterval, StoreRef secretStoreRef, Target target, List<Data> data) {}

    record StoreRef(String kind, String name) {}

    record Target(String name, String creationPolicy) {}

    record Data(String secretKey, RemoteRef remoteRef) {}

    record RemoteRef(String key, String property) {}
}
