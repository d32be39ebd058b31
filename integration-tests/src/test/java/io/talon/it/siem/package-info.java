/** Templates, dashboards and detection rules on real Elasticsearch servers, old and new. */
package io.talon.it.siem;
