// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenSearchFormTest {

    @Test
    void hasTemplatesAloneAndNothingThatOpenSearchDoesNotKnow() {
        List<Asset> assets = Asset.fitting(features(false), true);

        assertThat(assets)
                .extracting(Asset::kind)
                .containsOnly(AssetKind.COMPONENT_TEMPLATE, AssetKind.INDEX_TEMPLATE);
        assertThat(assets.toString())
                .doesNotContain("constant_keyword")
                .doesNotContain("ignore_missing_component_templates")
                .doesNotContain("lifecycle");
    }

    @Test
    void everyPartOfATemplateIsInstalledBeforeIt() {
        List<Asset> assets = Asset.fitting(features(false), false);
        List<String> names = assets.stream().map(Asset::name).toList();

        for (Asset asset : assets) {
            for (JsonNode part : asset.body().path("composed_of")) {
                assertThat(names.subList(0, names.indexOf(asset.name()))).contains(part.asText());
            }
        }
    }

    @Test
    void theUsersOwnPartIsAppliedLastWhereThereIsOne() {
        for (Asset asset : Asset.fitting(features(true), false)) {
            if (asset.kind() == AssetKind.INDEX_TEMPLATE) {
                JsonNode parts = asset.body().path("composed_of");
                assertThat(parts.get(parts.size() - 1).asText()).isEqualTo("talon.custom");
            }
        }
    }

    @Test
    void versionsThatAreNotSupportedAreKnown() {
        assertThat(version(2, 18).isSupported()).isFalse();
        assertThat(version(2, 19).isSupported()).isTrue();
        assertThat(version(3, 0).isSupported()).isTrue();
        assertThat(version(8, 19).isSupported()).isFalse();
    }

    private static ServerFeatures features(boolean customPart) {
        Set<String> processors = Set.of("set", "pipeline", "rename", "geoip");
        return new ServerFeatures(version(2, 19), false, processors, false, customPart);
    }

    private static ServerVersion version(int major, int minor) {
        return new ServerVersion(ServerVersion.Product.OPENSEARCH, major, minor, 0);
    }
}
