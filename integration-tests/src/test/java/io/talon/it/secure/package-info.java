/** The job against an Elasticsearch that asks who is there, over TLS of an authority of its own. */
package io.talon.it.secure;
