// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.schema.control;

import io.talon.control.v1.AdaptorRelease;
import io.talon.control.v1.ModelRelease;
import io.talon.control.v1.SiteSettings;
import io.talon.control.v1.Suppression;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes that the signature of a control record covers: its fields as UTF-8, one a line. Signer
 * and verifier both call this. A field that holds a line feed is refused by both, for otherwise two
 * different records could have the same bytes.
 */
public final class SignedBytes {

    /** No tenant is called so, so that no adaptor's release has these bytes. */
    private static final String MODEL = "|model";

    private SignedBytes() {}

    /**
     * Tenant, site, version and the adaptor's SHA-256, which stands for its bytes; then the role
     * unless it is {@link ReleaseRole#ACTIVE}.
     *
     * @throws IllegalArgumentException if a field holds a line feed
     */
    public static byte[] of(AdaptorRelease release) {
        List<Object> fields = new ArrayList<>();
        fields.add(release.getTenant());
        fields.add(release.getSite());
        fields.add(release.getVersion());
        fields.add(release.getAdaptorSha256());
        if (!release.getRole().equals(ReleaseRole.ACTIVE)) {
            fields.add(release.getRole());
        }
        return lines(fields);
    }

    /**
     * A word that says what is signed, then version, profile and the model's SHA-256, which stands
     * for its bytes.
     *
     * @throws IllegalArgumentException if a field holds a line feed
     */
    public static byte[] of(ModelRelease release) {
        return lines(
                List.of(
                        MODEL,
                        release.getVersion(),
                        release.getProfile(),
                        release.getModelSha256()));
    }

    /**
     * Every field but the signature, in the order of the schema.
     *
     * @throws IllegalArgumentException if a field holds a line feed
     */
    public static byte[] of(Suppression suppression) {
        List<Object> fields = new ArrayList<>();
        fields.add(suppression.getId());
        fields.add(suppression.getTenant());
        fields.add(suppression.getSite());
        fields.add(suppression.getSourceCidr());
        fields.add(suppression.getDestinationCidr());
        fields.add(suppression.getDestinationPort());
        fields.add(suppression.getTransport());
        fields.add(suppression.getDirection());
        fields.add(suppression.getReason());
        fields.add(suppression.getOwner());
        fields.add(suppression.getCreated());
        fields.add(suppression.getExpires());
        fields.add(suppression.getWithdrawn());
        fields.add(suppression.getVersion());
        fields.add(suppression.getKeyId());
        return lines(fields);
    }

    /**
     * Every field but the signature, in the order of the schema.
     *
     * @throws IllegalArgumentException if a field holds a line feed
     */
    public static byte[] of(SiteSettings settings) {
        List<Object> fields = new ArrayList<>();
        fields.add(settings.getTenant());
        fields.add(settings.getSite());
        fields.add(settings.getVersion());
        fields.add(settings.getAlertsPerDay());
        fields.add(settings.getChanged());
        fields.add(settings.getChangedBy());
        fields.add(settings.getKeyId());
        return lines(fields);
    }

    private static byte[] lines(List<Object> fields) {
        return String.join("\n", fields.stream().map(SignedBytes::text).toList())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Object field) {
        if (field == null) {
            return "";
        }
        if (field instanceof Instant time) {
            return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        }
        String text = field.toString();
        if (text.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(
                    "a signed field must be a single line, this one is not: " + text);
        }
        return text;
    }
}
