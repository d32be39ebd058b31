/** The records that the job's parts pass to each other, and how they are made from conn.log. */
package io.talon.job.flow;
