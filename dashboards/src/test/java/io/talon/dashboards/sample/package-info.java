/**
 * Made-up documents of every data stream, in exactly the form in which Talon writes them, for the
 * proof of dashboards and rules. Anomalies start from the document that the job's own tests expect.
 * The other streams' documents are defined here: whoever writes them keeps to this form.
 *
 * <p>Start reading at {@link io.talon.dashboards.sample.SampleDocuments}.
 */
package io.talon.dashboards.sample;
