/**
 * The part of Kibana's query language that Talon's dashboards and rules use: parsed, translated to
 * an Elasticsearch query, and evaluated on a document without Elasticsearch.
 */
package io.talon.dashboards.kql;
