// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.dashboards.kibana;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the saved objects are made to fit before they are handed out.
 *
 * @param tenant whose data streams the data views read; empty for all that the reader may
 * @param service address of the adaptor service, for the links to it; empty leaves a placeholder
 */
public record SavedObjectScope(Optional<String> tenant, Optional<String> service) {
    /** Stands where a link to the adaptor service goes. */
    static final String SERVICE_PLACEHOLDER = "https://talon.example.org/";

    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9_]{0,62}");
    private static final Pattern SERVICE = Pattern.compile("https?://[^\\s\"'()<>\\\\]+");

    /**
     * @throws IllegalArgumentException if the tenant is no tenant's name or the service no address
     */
    public SavedObjectScope {
        tenant.ifPresent(
                name -> {
                    if (!TENANT.matcher(name).matches()) {
                        throw new IllegalArgumentException(
                                "'%s' is no tenant: give lower-case letters, digits and _, at most 63"
                                        .formatted(name));
                    }
                });
        service.ifPresent(
                address -> {
                    if (!SERVICE.matcher(address).matches()) {
                        throw new IllegalArgumentException(
                                "'%s' is no address of the adaptor service: give http:// or https://"
                                        .formatted(address));
                    }
                });
    }

    /** The objects, fitted. */
    public List<SavedObject> apply(List<SavedObject> objects) {
        return objects.stream().map(this::apply).toList();
    }

    private SavedObject apply(SavedObject object) {
        ObjectNode attributes = object.attributes();
        if (object.type().equals("index-pattern") && tenant.isPresent()) {
            String title = attributes.path("title").asText();
            attributes = attributes.deepCopy();
            attributes.put("title", title.replaceAll("\\*$", tenant.get()));
        }
        if (object.type().equals("dashboard") && service.isPresent()) {
            String panels = attributes.path("panelsJSON").asText();
            String address = service.get().replaceAll("/*$", "/");
            attributes = attributes.deepCopy();
            attributes.put("panelsJSON", panels.replace(SERVICE_PLACEHOLDER, address));
        }
        return new SavedObject(
                object.type(),
                object.id(),
                object.typeMigrationVersion(),
                attributes,
                object.references());
    }
}
