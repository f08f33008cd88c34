"""Draws the package's icon: a cross-entropy that falls as its logit grows, over the lanes of a vector. Writes docs/images/icon.png."""

import math
import pathlib
import struct
import zlib

SIZE = 128
SAMPLES = 4  # a pixel is the mean of so many by so many points
BACKGROUND, LANE, CURVE = (27, 38, 59), (65, 90, 119), (255, 183, 3)
RADIUS, MARGIN, LANES = 22, 20, 4


def is_inside(x, y):
    """Whether a point is in the square with round corners."""
    dx = max(RADIUS - x, x - (SIZE - RADIUS), 0)
    dy = max(RADIUS - y, y - (SIZE - RADIUS), 0)
    return dx * dx + dy * dy <= RADIUS * RADIUS


def loss_at(x):
    """The height of the curve log(1 + exp(-z)), from the upper left to the lower right."""
    z = (x - MARGIN) / (SIZE - 2 * MARGIN) * 8 - 4
    return SIZE - MARGIN - math.log1p(math.exp(-z)) / 4.02 * (SIZE - 2 * MARGIN)


def distance_to_curve(x, y):
    points = ((MARGIN + i * (SIZE - 2 * MARGIN) / 96) for i in range(97))
    return min(math.hypot(x - p, y - CURVE_HEIGHTS[i]) for i, p in enumerate(points))


def color(x, y):
    """Red, green, blue and opacity of a point."""
    if not is_inside(x, y):
        return 0, 0, 0, 0
    if distance_to_curve(x, y) < 5:
        return *CURVE, 255
    width = (SIZE - 2 * MARGIN) / LANES
    lane = (x - MARGIN) / width
    if 0 <= lane < LANES and (lane % 1) * width < width - 5 and loss_at(MARGIN + (int(lane) + 0.5) * width) < y < SIZE - MARGIN:
        return *LANE, 255
    return *BACKGROUND, 255


def pixel(column, row):
    points = [color(column + (i + 0.5) / SAMPLES, row + (j + 0.5) / SAMPLES) for i in range(SAMPLES) for j in range(SAMPLES)]
    opacity = sum(p[3] for p in points)
    mean = [sum(p[c] * p[3] for p in points) // opacity if opacity else 0 for c in range(3)]
    return bytes([*mean, opacity // len(points)])


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


CURVE_HEIGHTS = [loss_at(MARGIN + i * (SIZE - 2 * MARGIN) / 96) for i in range(97)]

if __name__ == "__main__":
    rows = b"".join(b"\0" + b"".join(pixel(column, row) for column in range(SIZE)) for row in range(SIZE))
    header = struct.pack(">IIBBBBB", SIZE, SIZE, 8, 6, 0, 0, 0)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    pathlib.Path(__file__).parent.parent.joinpath("docs/images/icon.png").write_bytes(png)
