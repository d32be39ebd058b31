#!/usr/bin/env python3
"""Writes golden-thresholds.json: benign scores, negatives and the thresholds as numpy computes them.

    python3 golden_thresholds.py > golden-thresholds.json        (numpy)
"""
import json
import math
import numpy as np

rng = np.random.RandomState(3)


def between(c, n):
    low = np.quantile(c, .99)
    if np.quantile(n, .25) <= low:
        return np.quantile(c, .995)
    middle = np.clip(math.sqrt(n[n > low].min() * low), low, 1.5 * c.max())
    return np.exp(np.interp(len(n), [0, 5], np.log([np.quantile(c, .995), middle])))


def pareto(c):
    start = np.quantile(c, .9)
    e = c[c > start] - start
    m, v = e.mean(), e.var(ddof=1)
    shape = np.clip(.5 * (1 - m * m / v), -.3, .5)
    return start + m * (1 - shape) / shape * ((len(e) / len(c) / .002) ** shape - 1)


def case(name, c, n):
    return {'name': name, 'benign': c.tolist(), 'negatives': n.tolist(), 'quantile': np.quantile(c, .995),
            'between': between(c, n), 'pareto': pareto(c)}


gamma = np.round(rng.gamma(2, 1, 200), 4)
heavy = np.round(rng.pareto(3, 300), 4)
print(json.dumps([
    case('negatives far above', gamma, gamma[:5] + 50),
    case('negatives just above', gamma, gamma[:5] + 9),
    case('one weaker than the others', gamma, gamma[:5] + np.array([50, 50, 9, 50, 50])),
    case('one among the benign', gamma, gamma[:5] + np.array([50, 50, 9, 0, 50])),
    case('negatives among the benign', gamma, gamma[:5]),
    case('one negative', gamma, gamma[:1] + 50),
    case('three negatives', gamma, gamma[:3] + 50),
    case('ten negatives', gamma, gamma[:10] + 50),
    case('heavy tail', heavy, heavy[:5] + 4)]))
