#!/usr/bin/env python3
# Copyright Talon contributors. SPDX-License-Identifier: Apache-2.0
"""Finds the coefficients of the kernels' tanh(x) = x P(x^2) / Q(x^2), P of degree 3, Q of degree 4 with
a leading 1: the largest relative error on (0, 7.9], made small by Lawson's iteratively reweighted least
squares.

    python3 ctal-vae/src/test/golden/tanh.py        # prints the constants of Tanh.java, and their errors
"""
import numpy as np

LIMIT, OF_P, OF_Q, ROUNDS = 7.9, 3, 4, 400

x = (1 - np.cos(np.linspace(0, np.pi, 4001)))[1:] / 2 * LIMIT  # dense at both ends
f = np.tanh(x)
s = (x / LIMIT) ** 2  # scaled to 1, so that powers stay comparable
powers = s[:, None] ** np.arange(OF_Q + 1)
weight, q = np.ones_like(x), np.ones_like(x)
best = (np.inf, None, None)
for _ in range(ROUNDS):
    scale = np.sqrt(weight) / (f * q)
    left = np.hstack([x[:, None] * powers[:, : OF_P + 1], -f[:, None] * powers[:, 1:]])
    found = np.linalg.lstsq(left * scale[:, None], f * scale, rcond=None)[0]
    numerator, denominator = found[: OF_P + 1], np.r_[1, found[OF_P + 1 :]]
    q = powers @ denominator
    error = np.abs(x * (powers[:, : OF_P + 1] @ numerator) / (q * f) - 1)
    if error.max() < best[0]:
        p = numerator / LIMIT ** (2.0 * np.arange(OF_P + 1))
        best = error.max(), p, denominator / LIMIT ** (2.0 * np.arange(OF_Q + 1))
    weight *= error / error.max() + 1e-3
    weight /= weight.sum()

leading = best[2][OF_Q]
P, Q = best[1] / leading, best[2] / leading
for name, values in (("P", P), ("Q", Q[:OF_Q])):
    for i, value in enumerate(values):
        print(f"static final float {name}{i} = {value:.9e}f;")


def horner(coefficients, at):
    """In float, with multiply-adds that round once."""
    result = np.full_like(at, coefficients[-1])
    for c in coefficients[-2::-1]:
        result = (result.astype(np.float64) * at + c).astype(np.float32)
    return result


z = np.linspace(1e-3, 12, 400001).astype(np.float32)
c = np.minimum(z, np.float32(LIMIT))
y = horner(P.astype(np.float32), c * c) * c / horner(Q.astype(np.float32), c * c)
in_float = np.abs(y.astype(np.float64) / np.tanh(z.astype(np.float64)) - 1).max()
print(f"largest relative error {best[0]:.1e} in exact arithmetic, {in_float:.1e} in float")
