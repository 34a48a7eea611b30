"""Usage: python3 optimize-pillow.py SOURCE DESTINATION WIDTH HEIGHT jpeg|png|webp WORKERS full|draft

draft: JPEG is decoded at half or a quarter of its size, while that is not below the size asked for.
"""
import multiprocessing
import os
import sys

from PIL import Image

SOURCE, DESTINATION = sys.argv[1:3]
SIZE = (int(sys.argv[3]), int(sys.argv[4]))
FORMAT, WORKERS, IS_DRAFT = sys.argv[5], int(sys.argv[6]), sys.argv[7] == "draft"


def shrink(name):
    with Image.open(os.path.join(SOURCE, name)) as image:
        if IS_DRAFT:
            image.draft("RGB", SIZE)
        small = image.resize(SIZE, Image.LANCZOS)
    options = {} if FORMAT == "png" else {"quality": 80}
    small.save(os.path.join(DESTINATION, name), FORMAT, **options)


if __name__ == "__main__":
    names = sorted(os.listdir(SOURCE))
    if WORKERS == 1:
        for name in names:
            shrink(name)
    else:
        with multiprocessing.Pool(WORKERS) as pool:
            pool.map(shrink, names, chunksize=1)
