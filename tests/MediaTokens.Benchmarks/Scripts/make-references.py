"""Usage: python3 make-references.py SOURCE DESTINATION WIDTH HEIGHT

What the results are compared with: every pixel decoded, one Lanczos filter with a support of three, kept without loss.
"""
import multiprocessing
import os
import sys

from PIL import Image

SOURCE, DESTINATION = sys.argv[1:3]
SIZE = (int(sys.argv[3]), int(sys.argv[4]))


def make(name):
    with Image.open(os.path.join(SOURCE, name)) as image:
        small = image.convert("RGB").resize(SIZE, Image.LANCZOS)
    small.save(os.path.join(DESTINATION, os.path.splitext(name)[0] + ".png"), compress_level=1)


if __name__ == "__main__":
    with multiprocessing.Pool() as pool:
        pool.map(make, os.listdir(SOURCE), chunksize=1)
