/** Models and adaptors inside the job: brought along as bytes, checked, opened where needed. */
package io.talon.job.model;
