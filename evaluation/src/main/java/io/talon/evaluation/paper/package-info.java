/**
 * The paper's experiment, WUSTL-IIoT-2021 → ACI-IoT-2023, from the two public CSV files: reading
 * them in bounded memory, in order of time, without their labels, clocks and addresses.
 */
// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.evaluation.paper;
