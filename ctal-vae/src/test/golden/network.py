#!/usr/bin/env python3
# Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
"""The network in double precision, written from its formulas with numpy alone, independent of the
Java code. Writes what it finds; GoldenVectorsTest holds every implementation against it.

    python3 ctal-vae/src/test/golden/network.py > \
        ctal-vae/src/test/resources/io/talon/ctalvae/golden/network.json
"""
import json
import sys

import numpy as np

LIMIT = 10.0
# name, rows, columns in the order of CoreTensor; I inner, H hidden, L latent
CORE = [
    ("enc_x", "I", "4H"), ("enc_h", "H", "4H"), ("enc_b", "1", "4H"),
    ("mean_w", "H", "L"), ("mean_b", "1", "L"),
    ("logvar_w", "H", "L"), ("logvar_b", "1", "L"),
    ("exp_w", "L", "H"), ("exp_b", "1", "H"),
    ("dec_x", "H", "4I"), ("dec_h", "I", "4I"), ("dec_b", "1", "4I"),
]


def made_up(index, rows, columns):
    """Values that both sides can make: no need to store weights."""
    i = np.arange(rows * columns, dtype=np.int64)
    unit = ((i * 7919 + (index + 1) * 104729) % 2003) / 2003.0 - 0.5
    flat = (unit * 3.0 / np.sqrt(max(rows, 4))).astype(np.float32)
    return flat.astype(np.float64).reshape(rows, columns)


def sigmoid(s):
    return 1.0 / (1.0 + np.exp(-s))


def lstm_step(sums, c):
    i, f, g, o = np.split(sums, 4)
    c = sigmoid(i) * np.tanh(g) + sigmoid(f) * c
    return sigmoid(o) * np.tanh(c), c


def network(inner, hidden, latent, width, length):
    sizes = {"1": 1, "I": inner, "H": hidden, "L": latent, "4H": 4 * hidden, "4I": 4 * inner}
    w = {name: made_up(k, sizes[r], sizes[c]) for k, (name, r, c) in enumerate(CORE)}
    in_w, in_b = made_up(20, width, inner), made_up(21, 1, inner)[0]
    out_w, out_b = made_up(22, inner, width), made_up(23, 1, width)[0]
    median = made_up(24, 1, width)[0]
    scale = np.abs(made_up(25, 1, width)[0]).astype(np.float32).astype(np.float64) + 0.25
    raw = made_up(26, length, width) * 4
    present = (np.arange(length * width) % 11 != 3).reshape(length, width)

    x = np.where(present, np.clip((raw - median) / scale, -LIMIT, LIMIT), 0.0)
    h, c = np.zeros(hidden), np.zeros(hidden)
    for flow in x:
        h, c = lstm_step((flow @ in_w + in_b) @ w["enc_x"] + h @ w["enc_h"] + w["enc_b"][0], c)
    mean = h @ w["mean_w"] + w["mean_b"][0]
    fed = np.tanh(mean @ w["exp_w"] + w["exp_b"][0])
    y = np.zeros_like(x)
    h, c = np.zeros(inner), np.zeros(inner)
    for t in reversed(range(length)):
        h, c = lstm_step(fed @ w["dec_x"] + h @ w["dec_h"] + w["dec_b"][0], c)
        y[t] = h @ out_w + out_b
    square = np.where(present, (x - y) ** 2, 0.0)
    return {
        "inner": inner, "hidden": hidden, "latent": latent, "width": width, "length": length,
        "mean": mean.tolist(),
        "reconstruction": y.ravel().tolist(),
        "lastFlow": square[-1].sum() / max(present[-1].sum(), 1),
        "sequence": square.sum() / max(present.sum(), 1),
        "norm": (x ** 2).sum() / max(present.sum(), 1),
    }


CASES = [
    (43, 64, 16, 78, 10), (43, 64, 16, 19, 1), (43, 64, 16, 41, 7), (8, 16, 4, 16, 5),
    (1, 1, 1, 1, 1), (5, 9, 3, 7, 6), (17, 33, 2, 31, 4), (16, 4, 5, 3, 10), (3, 2, 17, 33, 2),
]
json.dump([network(*case) for case in CASES], sys.stdout, indent=None, separators=(",", ":"))
print()
