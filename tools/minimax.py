#!/usr/bin/env python3
"""Derives the polynomial coefficients of src/LossGen/Numerics/Vectors (needs mpmath).

Each line of the output is one polynomial P that minimises the largest |w(x)·(P(x) − g(x))| over an interval: Remez' exchange
algorithm in 60 digits, then the coefficients are rounded to the element type; both errors are printed.
"""
import struct
from mpmath import mp, mpf, exp, expm1, log1p, atanh, tanh, sqrt, log, lu_solve, matrix, cos, pi

mp.dps = 60


def nodes(a, b, n):
    return [(a + b) / 2 - (b - a) / 2 * cos(pi * k / (n - 1)) for k in range(n)]


def remez(g, w, a, b, powers):
    """The best coefficients for the given powers of x, and the largest weighted error."""
    n = len(powers)
    xs = nodes(a, b, n + 1)
    grid = nodes(a, b, 60 * (n + 1))
    gs, ws = [g(x) for x in grid], [w(x) for x in grid]
    for _ in range(12):
        m = matrix(n + 1, n + 1)
        rhs = matrix(n + 1, 1)
        for i, x in enumerate(xs):
            for j, p in enumerate(powers):
                m[i, j] = w(x) * x ** p
            m[i, n] = (-1) ** i
            rhs[i] = w(x) * g(x)
        c = list(lu_solve(m, rhs))[:n]
        err = [wv * (sum(cj * x ** p for cj, p in zip(c, powers)) - gv) for x, gv, wv in zip(grid, gs, ws)]
        runs = []
        for x, e in zip(grid, err):
            if not runs or (e > 0) != (runs[-1][1] > 0):
                runs.append((x, e))
            elif abs(e) > abs(runs[-1][1]):
                runs[-1] = (x, e)
        while len(runs) > n + 1:
            runs.pop(0 if abs(runs[0][1]) < abs(runs[-1][1]) else -1)
        if len(runs) < n + 1:
            break
        xs = [r[0] for r in runs]
    return c, max(abs(e) for e in err)


def to_type(v, kind):
    return mpf(struct.unpack('<f', struct.pack('<f', float(v)))[0]) if kind == 'float' else mpf(float(v))


def fit(name, g, w, a, b, degree, kind):
    ideal_c, ideal = remez(g, w, a, b, list(range(degree + 1)))
    fixed = [to_type(c, kind) for c in ideal_c]
    worst = max(abs(w(x) * (sum(c * x ** i for i, c in enumerate(fixed)) - g(x))) for x in nodes(a, b, 1000))
    print(f'{name}: {kind}, degree {degree}, error 2^{mp.nstr(log(ideal, 2), 5)}, rounded 2^{mp.nstr(log(worst, 2), 5)}')
    for i, c in enumerate(fixed):
        text = f'{struct.unpack("<f", struct.pack("<f", float(c)))[0]:.9g}f' if kind == 'float' else f'{float(c):.17g}'
        print(f'    C{i} = {text}')


def split(x, bits):
    """x as a head with `bits` significant bits and a tail."""
    e = int(mp.floor(log(x, 2))) + 1
    head = mp.nint(x * mpf(2) ** (bits - e)) / mpf(2) ** (bits - e)
    return head, x - head


tiny = mpf(10) ** -20
r = mpf('0.34665')
half = sqrt(mpf(1) / 2)

# expm1(r) = r + r²·P(r) with relative error, |r| ≤ ln2 / 2 and a little more.
exp_g = lambda x: (expm1(x) - x) / x ** 2 if abs(x) > mpf(10) ** -15 else mpf(1) / 2 + x / 6
exp_w = lambda x: sqrt(x * x + mpf('0.001'))  # about x²/expm1(x), kept off 0
# log1p(f) = f − f²/2 + f³·P(f), relative, 1 + f in [√½, √2].
log_g = lambda f: (log1p(f) - f + f * f / 2) / f ** 3 if abs(f) > mpf(10) ** -12 else mpf(1) / 3 - f / 4
log_w = lambda f: f * f / (1 - f / 2) + mpf('0.001')  # about f³/log1p(f), kept off 0
# 2·atanh(s) = 2s + s·z·P(z), z = s², relative to 2s.
s_max = (sqrt(mpf(2)) - 1) / (sqrt(mpf(2)) + 1)
ath_g = lambda z: (2 * atanh(sqrt(z)) / sqrt(z) - 2) / z if z > mpf(10) ** -20 else mpf(2) / 3 + 2 * z / 5
ath_w = lambda z: z / 2 + mpf('0.0005')
# tanh(x) = x + x·z·P(z), z = x².
tanh_g = lambda z: (tanh(sqrt(z)) / sqrt(z) - 1) / z if z > mpf(10) ** -20 else -mpf(1) / 3 + 2 * z / 15
tanh_w = lambda z: z * (1 + z / 3) + mpf('0.005')
# log1p(t) = t·P(t), t in [0, 1], relative.
soft_g = lambda t: log1p(t) / t if t > mpf(10) ** -20 else 1 - t / 2
soft_w = lambda t: 1 / soft_g(t)

# log cosh x = z·P(z), z = x², x up to ¾, relative.
cosh_g = lambda z: log(mp.cosh(sqrt(z))) / z if z > mpf(10) ** -20 else mpf(1) / 2 - z / 12
cosh_w = lambda z: 1 / cosh_g(z)

if __name__ == '__main__':
    fit('Expm1', exp_g, exp_w, -r, r, 5, 'float')
    fit('Expm1', exp_g, exp_w, -r, r, 10, 'double')
    fit('Log', log_g, log_w, half - 1, sqrt(mpf(2)) - 1, 7, 'float')
    fit('Log', ath_g, ath_w, mpf(0), s_max ** 2 * mpf('1.0001'), 6, 'double')
    fit('Tanh', tanh_g, tanh_w, mpf(0), mpf(1), 6, 'float')
    fit('LogCosh', cosh_g, cosh_w, mpf(0), mpf('0.563'), 12, 'double')
    fit('In double: exp', exp_g, exp_w, -r, r, 5, 'double')
    fit('In double: log1p', soft_g, soft_w, mpf(0), mpf(1), 11, 'double')
    for name, v, kind, bits in (('ln2', log(mpf(2)), 'float', 15), ('ln2', log(mpf(2)), 'double', 40), ('ln2', log(mpf(2)), 'double', 26), ('ln10', log(mpf(10)), 'double', 26)):
        head, tail = split(v, bits)
        print(f'{name} {kind} {bits} bits: {float(head)!r} + {float(to_type(tail, kind))!r} (tail {mp.nstr(tail, 20)})')
    print('log2e', mp.nstr(1 / log(mpf(2)), 20), to_type(1 / log(mpf(2)), 'float'))
    print('half', float(half).hex(), struct.pack('>f', float(half)).hex(), struct.pack('>d', float(half)).hex())
