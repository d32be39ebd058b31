/**
 * Kibana's saved objects: kept in git as decoded, key-sorted JSON, packed into the one NDJSON file
 * that Kibana imports.
 *
 * <p>Start reading at {@link io.talon.dashboards.kibana.SavedObjectFolder}.
 */
package io.talon.dashboards.kibana;
