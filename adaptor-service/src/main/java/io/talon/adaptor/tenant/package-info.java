/**
 * Who may do what: tenants, API keys, and the one place that knows whose request is being served. A
 * missing tenant denies, below the resources too: Hibernate opens no session without one.
 */
package io.talon.adaptor.tenant;
