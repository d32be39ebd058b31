#!/usr/bin/env python3
"""Writes golden-metrics.json: small scored sets, ties included, with the measures as scikit-learn computes them.

    python3 golden_metrics.py > golden-metrics.json        (numpy and scikit-learn; made with scikit-learn 1.2.1)
"""
import json
import numpy as np
from sklearn import metrics

rng = np.random.RandomState(20)


def case(name, attack, score, threshold):
    attack, score = np.asarray(attack, bool), np.asarray(score, float)
    flagged = score > threshold
    rare = np.where(attack, 0.01 / attack.sum(), 0.99 / (~attack).sum())
    tn, fp, fn, tp = metrics.confusion_matrix(attack, flagged).ravel()
    return {
        'name': name, 'attack': attack.tolist(), 'score': score.tolist(), 'threshold': threshold,
        'auroc': metrics.roc_auc_score(attack, score),
        'auprc': metrics.average_precision_score(attack, score),
        'auprc_at_1_percent': metrics.average_precision_score(attack, score, sample_weight=rare),
        'mcc': metrics.matthews_corrcoef(attack, flagged),
        'accuracy': metrics.accuracy_score(attack, flagged),
        'f1': metrics.f1_score(attack, flagged),
        'f1_at_1_percent': metrics.f1_score(attack, flagged, sample_weight=rare),
        'mcc_at_1_percent': metrics.matthews_corrcoef(attack, flagged, sample_weight=rare),
        'precision': metrics.precision_score(attack, flagged, zero_division=0) if flagged.any() else None,
        'sensitivity': metrics.recall_score(attack, flagged),
        'false_alarm_rate': fp / (fp + tn)}


a = rng.rand(60) < 0.3
print(json.dumps([
    case('separable', [0, 0, 0, 1, 1], [1, 2, 3, 4, 5], 3.5),
    case('inverted', [1, 1, 0, 0, 0], [1, 2, 3, 4, 5], 3.5),
    case('all equal', [0, 1, 0, 1, 0], [2, 2, 2, 2, 2], 1),
    case('nothing flagged', [0, 1, 0, 1], [1, 2, 3, 4], 9),
    case('ties across classes', [0, 1, 1, 0, 1, 0, 0, 1], [1, 1, 2, 2, 3, 3, 0, 3], 1.5),
    case('noisy', a, np.round(rng.randn(60) + a, 3), 0.6),
    case('noisy with many ties', a, np.round(rng.randn(60) + 1.5 * a, 0), 0.5)], indent=1))
