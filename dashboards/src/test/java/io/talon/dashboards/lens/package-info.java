/**
 * Lens panels by their data: which columns a panel asks for, the search that follows from it, and
 * the table that it would show. What Kibana would do with a panel, as far as Talon's panels go, so
 * that they can be proved on an Elasticsearch without a Kibana.
 *
 * <p>Start reading at {@link io.talon.dashboards.lens.LensPanel}.
 */
package io.talon.dashboards.lens;
