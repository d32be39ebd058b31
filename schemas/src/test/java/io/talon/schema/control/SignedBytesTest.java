// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SignedBytesTest {

    private static final Instant CREATED = Instant.parse("2026-11-25T10:00:00.000001Z");

    @Test
    void activeReleaseIsSignedAsBeforeThereWereRoles() {
        assertThat(text(SignedBytes.of(release().build()))).isEqualTo("acme\nplant-7\n12\nabc");
        assertThat(text(SignedBytes.of(release().setAdaptorSha256(null).build())))
                .isEqualTo("acme\nplant-7\n12\n");
    }

    @Test
    void shadowReleaseCannotPassForAnActiveOne() {
        assertThat(text(SignedBytes.of(release().setRole(ReleaseRole.SHADOW).build())))
                .isEqualTo("acme\nplant-7\n12\nabc\nshadow");
    }

    @Test
    void modelIsSignedByWhatItIsAndWhichItIs() {
        ModelRelease release = model().build();

        assertThat(text(SignedBytes.of(release))).isEqualTo("|model\n3\nzeek-conn-v1\nabc");
        assertThat(ControlKey.of(release)).isEqualTo("|model|abc");
    }

    @Test
    void whatDecidesWhichModelRunsIsSigned() {
        byte[] before = SignedBytes.of(model().build());

        assertThat(
                        List.of(
                                model().setVersion(4).build(),
                                model().setProfile("other").build(),
                                model().setModelSha256("abd").build()))
                .allSatisfy(changed -> assertThat(SignedBytes.of(changed)).isNotEqualTo(before));
    }

    @Test
    void suppressionIsSignedFieldByField() {
        assertThat(text(SignedBytes.of(suppression().build())))
                .isEqualTo(
                        "s1\nacme\nplant-7\n10.0.0.0/8\n\n443\ntcp\n\nbackup at night\nada\n"
                                + "1795600800000001\n\nfalse\n3\nk1");
    }

    @Test
    void everyFieldOfASuppressionButTheSignatureIsCovered() {
        byte[] before = SignedBytes.of(suppression().build());
        List<String> uncovered = new ArrayList<>();
        for (Schema.Field field : Suppression.getClassSchema().getFields()) {
            Suppression changed = suppression().build();
            changed.put(field.pos(), other(changed.get(field.pos()), field));
            if (Arrays.equals(before, SignedBytes.of(changed))) {
                uncovered.add(field.name());
            }
        }
        assertThat(uncovered).containsExactly("signature");
    }

    @Test
    void settingsAreSignedFieldByField() {
        SiteSettings settings =
                SiteSettings.newBuilder()
                        .setTenant("acme")
                        .setSite("plant-7")
                        .setVersion(2)
                        .setAlertsPerDay(12.5)
                        .setChanged(CREATED)
                        .setChangedBy("ada")
                        .setKeyId("k1")
                        .build();

        assertThat(text(SignedBytes.of(settings)))
                .isEqualTo("acme\nplant-7\n2\n12.5\n1795600800000001\nada\nk1");
        assertThat(ControlKey.of(settings)).isEqualTo("acme|plant-7|settings");
    }

    @Test
    void lineFeedInAFieldIsRefusedForItCouldMoveTextFromOneFieldToTheNext() {
        Suppression forged = suppression().setReason("a\nb").build();

        assertThatThrownBy(() -> SignedBytes.of(forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("single line");
    }

    @Test
    void suppressionNamedLikeASiteDoesNotReplaceTheSitesReleaseInTheTopic() {
        assertThat(ControlKey.of(release().build())).isEqualTo("acme|plant-7");
        assertThat(ControlKey.of(release().setRole(ReleaseRole.SHADOW).build()))
                .isEqualTo("acme|plant-7|shadow");
        assertThat(ControlKey.of(suppression().setId("plant-7").build()))
                .isEqualTo("acme||plant-7");
    }

    private static Object other(Object value, Schema.Field field) {
        if (value instanceof Long number) {
            return number + 1;
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Instant time) {
            return time.plusSeconds(1);
        }
        return switch (field.name()) {
            case "destination_port" -> 8443;
            case "expires" -> CREATED.plusSeconds(60);
            case "signature" -> ByteBuffer.wrap(new byte[] {1});
            default -> "other";
        };
    }

    private static AdaptorRelease.Builder release() {
        return AdaptorRelease.newBuilder()
                .setTenant("acme")
                .setSite("plant-7")
                .setVersion(12)
                .setReleased(CREATED)
                .setAdaptorSha256("abc");
    }

    private static ModelRelease.Builder model() {
        return ModelRelease.newBuilder()
                .setVersion(3)
                .setReleased(CREATED)
                .setProfile("zeek-conn-v1")
                .setModelSha256("abc")
                .setModel(ByteBuffer.wrap(new byte[] {1}));
    }

    private static Suppression.Builder suppression() {
        return Suppression.newBuilder()
                .setId("s1")
                .setTenant("acme")
                .setSite("plant-7")
                .setSourceCidr("10.0.0.0/8")
                .setDestinationPort(443)
                .setTransport("tcp")
                .setReason("backup at night")
                .setOwner("ada")
                .setCreated(CREATED)
                .setVersion(3)
                .setKeyId("k1");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
