/** The sites of a tenant. */
package io.talon.adaptor.site;
