"""Writes sklearn_metrics.json, the values that SklearnMetricsTests compares with:

    /usr/bin/python3 tests/LossGen.Tests/Evaluation/Golden/sklearn_metrics.py

Debian 12: apt-get install python3-sklearn (1.2.1). Scores are multiples of 1/64: they tie often and are exact in float.
"""
import json
import os
import numpy as np
import sklearn
from scipy.special import logsumexp
from sklearn import metrics as m
from sklearn.preprocessing import label_binarize

random = np.random.default_rng(20240101)


def binary(rows, steps):
    """Answers whose scores take `steps` values; higher ones go with yes more often."""
    scores = random.integers(1, steps + 1, rows) * (63 // steps)
    yes = random.random(rows) < scores / 64
    yes[:2] = [True, False]
    p = scores / 64
    predicted = p >= 0.5
    return {
        "scores": scores.tolist(),
        "targets": yes.astype(int).tolist(),
        "auroc": m.roc_auc_score(yes, p),
        "averagePrecision": m.average_precision_score(yes, p),
        "brier": m.brier_score_loss(yes, p),
        "logLoss": m.log_loss(yes, p),
        "accuracy": m.accuracy_score(yes, predicted),
        "precision": m.precision_score(yes, predicted, zero_division=0),
        "recall": m.recall_score(yes, predicted, zero_division=0),
        "f1": m.f1_score(yes, predicted, zero_division=0),
        "iou": m.jaccard_score(yes, predicted, zero_division=0),
        "mcc": m.matthews_corrcoef(yes, predicted),
    }


def several(rows, classes, occurring):
    """Rows of `classes` probabilities of which the first `occurring` classes are targets; the others may be predicted."""
    targets = random.integers(0, occurring, rows)
    targets[:occurring] = np.arange(occurring)
    weights = random.random((rows, classes)) ** 3 + 0.02
    weights[np.arange(rows), targets] += random.random(rows)
    counts = np.ones((rows, classes), dtype=int)
    for row in range(rows):
        counts[row] += random.multinomial(64 - classes, weights[row] / weights[row].sum())
    p = counts / 64
    predicted = p.argmax(axis=1)
    every = np.arange(classes)
    indicator = (targets[:, None] == every).astype(int)
    average = dict(average="macro", zero_division=0)
    case = {
        "classes": classes,
        "scores": counts.ravel().tolist(),
        "targets": targets.tolist(),
        "logLoss": m.log_loss(targets, p, labels=every),
        "brier": float(((p - indicator) ** 2).sum(axis=1).mean()),
        "accuracy": m.accuracy_score(targets, predicted),
        "balancedAccuracy": m.recall_score(targets, predicted, labels=np.unique(targets), average="macro"),
        "confusion": m.confusion_matrix(targets, predicted, labels=every).ravel().tolist(),
        "precisions": m.precision_score(targets, predicted, labels=every, average=None, zero_division=0).tolist(),
        "recalls": m.recall_score(targets, predicted, labels=every, average=None, zero_division=0).tolist(),
        "f1s": m.f1_score(targets, predicted, labels=every, average=None, zero_division=0).tolist(),
        "ious": m.jaccard_score(targets, predicted, labels=every, average=None, zero_division=0).tolist(),
        "macroPrecision": m.precision_score(targets, predicted, **average),
        "macroRecall": m.recall_score(targets, predicted, **average),
        "macroF1": m.f1_score(targets, predicted, **average),
        "meanIoU": m.jaccard_score(targets, predicted, **average),
        "mcc": m.matthews_corrcoef(targets, predicted),
        "topK": m.top_k_accuracy_score(targets, p + np.linspace(1e-9, 0, classes), k=2, labels=every) if classes > 2 else None,
        # The scores as logits, in natural units: the perplexity by SciPy's logsumexp.
        "perplexity": float(np.exp((logsumexp(counts.astype(float), axis=1) - counts[np.arange(rows), targets]).mean())),
        "auroc": float(np.mean([m.roc_auc_score(indicator[:, k], p[:, k]) for k in range(occurring)])),
        "averagePrecision": float(np.mean([m.average_precision_score(indicator[:, k], p[:, k]) for k in range(occurring)])),
    }
    return case


result = {
    "versions": f"scikit-learn {sklearn.__version__}, NumPy {np.__version__}",
    "binary": [binary(rows, steps) for rows, steps in [(2, 3), (3, 1), (7, 2), (16, 63), (40, 4), (64, 63), (100, 9), (257, 31)]],
    "several": [several(*shape) for shape in [(4, 2, 2), (9, 3, 3), (30, 3, 2), (25, 5, 5), (60, 7, 5), (120, 4, 4), (80, 10, 10)]],
}
# One number, the ranking over all classes as scikit-learn does it itself, where every class occurs and there are more than two.
for case in result["several"]:
    p = np.array(case["scores"]).reshape(-1, case["classes"]) / 64
    if len(set(case["targets"])) == case["classes"] > 2:
        assert abs(m.roc_auc_score(case["targets"], p, multi_class="ovr") - case["auroc"]) < 1e-15
        indicator = label_binarize(case["targets"], classes=range(case["classes"]))
        assert abs(m.average_precision_score(indicator, p) - case["averagePrecision"]) < 1e-15

path = os.path.join(os.path.dirname(__file__), "sklearn_metrics.json")
with open(path, "w", encoding="utf-8") as file:
    json.dump(result, file, indent=1, separators=(",", ":"))
    file.write("\n")
# Numbers of one list on one line.
text = open(path, encoding="utf-8").read()
import re
text = re.sub(r"\[\s+([-\d.,e\s]+?)\s+\]", lambda match: "[" + re.sub(r"\s+", "", match.group(1)) + "]", text)
open(path, "w", encoding="utf-8").write(text)
