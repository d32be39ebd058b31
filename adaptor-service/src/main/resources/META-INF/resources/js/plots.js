// Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
// Plots of the report card; each comes with its numbers in words or in a table beside it.

import {h, s} from './dom.js';

const WIDTH = 340, HEIGHT = 170, LEFT = 34, BOTTOM = 26, TOP = 8, RIGHT = 8;
const x = (share) => LEFT + share * (WIDTH - LEFT - RIGHT);
const y = (share) => HEIGHT - BOTTOM - share * (HEIGHT - BOTTOM - TOP);

function frame(label, xTitle, ticks, children) {
  return s('svg', {class: 'plot', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label},
    ticks.map(([share, text]) => [
      s('text', {x: x(share), y: HEIGHT - 13, 'text-anchor': share === 1 ? 'end' : 'middle'}, text),
      s('line', {class: 'grid-line', x1: x(share), y1: TOP, x2: x(share), y2: HEIGHT - BOTTOM})]),
    children,
    s('line', {class: 'axis', x1: LEFT, y1: HEIGHT - BOTTOM, x2: WIDTH - RIGHT, y2: HEIGHT - BOTTOM}),
    s('text', {x: (WIDTH + LEFT) / 2, y: HEIGHT - 2, 'text-anchor': 'middle'}, xTitle));
}

const add = (a = [], b = []) => Array.from({length: 20}, (_, i) => (a[i] ?? 0) + (b[i] ?? 0));

/** Record scores of benign sequences against negatives and injected anomalies; heights are shares of their group. */
export function scores(title, plot) {
  const benign = add(plot?.benign), found = add(plot?.negatives, plot?.injected);
  const bars = (counts, name, offset) => {
    const total = counts.reduce((a, b) => a + b, 0) || 1;
    return counts.map((count, i) => count > 0 && s('rect', {class: name, x: x(i / 20) + offset, y: y(count / total),
      width: (WIDTH - LEFT - RIGHT) / 40 - 0.5, height: y(0) - y(count / total)}));
  };
  return h('figure', {class: 'stack'}, h('figcaption', {class: 'small'}, title),
    frame(`${title}: record scores of benign sequences and of anomalies`, 'record score', [[0, '0'], [.25, '25'], [.5, '50'], [.75, '75'], [1, '100']], [
      [0.5, 1].map((share) => s('text', {x: LEFT - 5, y: y(share) + 4, 'text-anchor': 'end'}, `${share * 100}%`)),
      bars(benign, 'benign', 0), bars(found, 'found', (WIDTH - LEFT - RIGHT) / 40),
      plot?.threshold !== undefined && s('line', {class: 'threshold', x1: x(plot.threshold / 100), y1: TOP, x2: x(plot.threshold / 100), y2: y(0)})]));
}

export const scoresLegend = () => h('p', {class: 'legend'},
  [['benign', 'benign, held out'], ['found', 'negatives and injected anomalies']].map(([name, text]) =>
    h('span', null, s('svg', {class: 'plot', viewBox: '0 0 14 10', 'aria-hidden': 'true'}, s('rect', {class: name, width: 14, height: 10, rx: 2})), text)),
  h('span', null, s('svg', {class: 'plot', viewBox: '0 0 14 10', 'aria-hidden': 'true'}, s('line', {class: 'threshold', x1: 7, y1: 0, x2: 7, y2: 10})), 'threshold'));

const line = (points, sx, sy) => points.map(([a, b], i) => `${i ? 'L' : 'M'}${x(sx(a)).toFixed(1)} ${y(sy(b)).toFixed(1)}`).join('');

/** Found rate against false-alarm rate, before and after. */
export function roc(before = [], after = []) {
  const same = (v) => v;
  return h('figure', {class: 'stack'}, h('figcaption', {class: 'small'}, 'Found against false alarms: dashed before, solid after'),
    frame('Share found against share of false alarms, before and after', 'false alarms', [[0, '0'], [.5, '50%'], [1, '100%']], [
      [0.5, 1].map((share) => s('text', {x: LEFT - 5, y: y(share) + 4, 'text-anchor': 'end'}, `${share * 100}%`)),
      s('path', {class: 'before', d: line(before, same, same)}), s('path', {class: 'after', d: line(after, same, same)})]));
}

/** Loss over steps. */
export function loss(points = []) {
  if (points.length < 2) return null;
  const lastStep = points[points.length - 1][0] || 1, values = points.map((p) => p[1]), most = Math.max(...values, 1e-9);
  return h('figure', {class: 'stack'}, h('figcaption', {class: 'small'}, `Loss while training: ${values[0].toFixed(2)} at first, ${values[values.length - 1].toFixed(2)} at last`),
    frame('Loss over steps', 'step', [[0, '0'], [1, String(lastStep)]], [
      s('path', {class: 'after', d: line(points, (v) => v / lastStep, (v) => v / most)})]));
}

/** How much of a budget is used. */
export function budgetBar(used, budget) {
  const share = budget > 0 ? used / budget : 0;
  return s('svg', {class: `bar ${share > 1 ? 'over' : ''}`, viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    s('rect', {class: 'track', width: 100, height: 8, rx: 3}), s('rect', {class: 'value', width: Math.min(100, 100 * share), height: 8, rx: 3}));
}
