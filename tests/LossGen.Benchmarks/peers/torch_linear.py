# Linear layer, cross-entropy and backward in PyTorch, one thread, in microseconds: the shapes of `-- --quick --linear`.
import time
import torch

torch.set_num_threads(1)
for rows, features, classes in ((1500, 64, 10), (4096, 784, 10), (1024, 512, 100), (1024, 768, 1000), (256, 768, 32000)):
    x = torch.randn(rows, features)
    weights = (torch.randn(classes, features) / 20).requires_grad_()
    bias = torch.zeros(classes, requires_grad=True)
    targets = torch.randint(0, classes, (rows,))
    best = float("inf")
    for _ in range(6 if classes > 1000 else 30):
        weights.grad = bias.grad = None
        start = time.perf_counter()
        torch.nn.functional.cross_entropy(torch.nn.functional.linear(x, weights, bias), targets).backward()
        best = min(best, time.perf_counter() - start)
    print(f"{rows} x {features} x {classes}: {best * 1e6:.0f} us (PyTorch {torch.__version__})", flush=True)
