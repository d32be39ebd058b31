/**
 * What Talon keeps in Elasticsearch besides documents: composable templates, as JSON resources that
 * can be read and reviewed, and {@link io.talon.dashboards.TemplateInstaller}, which installs them.
 */
package io.talon.dashboards;
