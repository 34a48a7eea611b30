"""Usage: python3 psnr.py FOLDER OTHER

For each picture of FOLDER writes the peak signal-to-noise ratio in dB, over red, green and blue together, to the picture of the same
name in OTHER, whatever its extension. Ends with an error where a picture is missing there or has another size.
"""
import math
import os
import sys

from PIL import Image, ImageChops

folder, other = sys.argv[1:3]
partners = {os.path.splitext(name)[0]: os.path.join(other, name) for name in os.listdir(other)}
for name in sorted(os.listdir(folder)):
    with Image.open(os.path.join(folder, name)) as first, Image.open(partners[os.path.splitext(name)[0]]) as second:
        if first.size != second.size:
            sys.exit("%s is %s pixels here and %s there" % (name, first.size, second.size))
        counts = ImageChops.difference(first.convert("RGB"), second.convert("RGB")).histogram()
    squares = sum(count * (value % 256) ** 2 for value, count in enumerate(counts))
    print(10 * math.log10(255 ** 2 * sum(counts) / squares) if squares else math.inf)
