"""scikit-learn's multinomial logistic regression, as a server on one thread. Arguments: a folder with features (float64) and labels (int32),
rows, features, lambda of the mean objective. Each line of input is "dense TOLERANCE" or "sparse TOLERANCE", the largest element of the mean
objective's gradient; the answer is "SECONDS ITERATIONS", and the folder's "coefficients" are coefficients and intercepts."""
import os
import sys
import time
import warnings

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import numpy
import scipy.sparse
import sklearn
from sklearn.linear_model import LogisticRegression

warnings.simplefilter("ignore")
folder, rows, features, penalty = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
x = numpy.fromfile(os.path.join(folder, "features"), dtype=numpy.float64).reshape(rows, features)
y = numpy.fromfile(os.path.join(folder, "labels"), dtype=numpy.int32)
data = {"dense": x}
print(sklearn.__version__, flush=True)
for line in sys.stdin:
    form, tolerance = line.split()
    if form == "sparse" and form not in data:
        data[form] = scipy.sparse.csr_matrix(x)
    # Its objective is the sum over all rows plus the squares over 2·C, and so is its tolerance.
    model = LogisticRegression(
        multi_class="multinomial", solver="lbfgs", C=1 / (penalty * rows), tol=float(tolerance) * rows, max_iter=5000, n_jobs=1)
    start = time.process_time()
    model.fit(data[form], y)
    seconds = time.process_time() - start
    numpy.concatenate([model.coef_.ravel(), model.intercept_]).tofile(os.path.join(folder, "coefficients"))
    print(seconds, int(model.n_iter_[0]), flush=True)
