/** Whether a site keeps within the alert budget that it was calibrated to. */
package io.talon.evaluation.calibration;
