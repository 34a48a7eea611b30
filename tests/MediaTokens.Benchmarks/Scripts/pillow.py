"""Usage: python3 pillow.py FOLDER"""
import os
import sys

from PIL import Image

lines = []
for entry in os.scandir(sys.argv[1]):
    with Image.open(entry.path) as image:
        lines.append("%s\t%d\t%d" % (entry.name, *image.size))
sys.stdout.write("\n".join(lines) + "\n")
