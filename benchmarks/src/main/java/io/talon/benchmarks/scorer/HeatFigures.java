// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
package io.talon.benchmarks.scorer;

import java.util.List;

/**
 * What a heat found.
 *
 * @param steady whether all lanes ran as fast as they can before anything counted
 * @param lanes figures in the order of the heat's lanes
 */
record HeatFigures(boolean steady, List<Figure> lanes) {}
