// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedObjectScopeTest {

    @Test
    void aTenantsDataViewsReadItsDataStreamsOnly() {
        List<SavedObject> scoped =
                new SavedObjectScope(Optional.of("acme"), Optional.empty())
                        .apply(ShippedObjects.all());
        assertThat(scoped)
                .filteredOn(object -> object.type().equals("index-pattern"))
                .extracting(object -> object.attributes().path("title").asText())
                .containsExactlyInAnyOrder(
                        "logs-talon.anomaly-acme",
                        "logs-talon.audit-acme",
                        "logs-talon.dlq-acme",
                        "metrics-talon.score-acme");
        assertThat(ImportRules.violations(scoped)).isEmpty();
    }

    @Test
    void linksLeadToTheAdaptorService() {
        String text =
                SavedObjectFile.text(
                        new SavedObjectScope(
                                        Optional.empty(), Optional.of("https://talon.acme.test/a"))
                                .apply(ShippedObjects.all()));
        assertThat(text)
                .contains("(https://talon.acme.test/a/)")
                .doesNotContain(SavedObjectScope.SERVICE_PLACEHOLDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "acme,logs-*", "-x", "Acme", "../x", ""})
    void refusesATenantThatWouldReachFurther(String tenant) {
        assertThatThrownBy(() -> new SavedObjectScope(Optional.of(tenant), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + tenant + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://a)b", "talon", "https://a\"b"})
    void refusesAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> new SavedObjectScope(Optional.empty(), Optional.of(address)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
