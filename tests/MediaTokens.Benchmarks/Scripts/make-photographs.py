"""Usage: python3 make-photographs.py FOLDER COUNT WIDTH HEIGHT EXTENSION QUALITY LEAST_BYTES [SOURCES]

Makes photographs that all differ: crops of the photographs in SOURCES, half of them mirrored, each of another brightness, and with
the noise of a sensor, as much of it as brings a file to LEAST_BYTES or up to a half more. Without SOURCES the pictures are made of noise at many scales.
Writes what the pictures were made of. The picture of an index is always the same.
"""
import io
import multiprocessing
import os
import random
import sys

from PIL import Image, ImageChops, ImageEnhance

FOLDER, COUNT, WIDTH, HEIGHT, EXTENSION, QUALITY, LEAST_BYTES = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5], int(sys.argv[6]), int(sys.argv[7])
SOURCES = sys.argv[8] if len(sys.argv) > 8 else ""
LEAST_SOURCE_WIDTH = 1600
FULL_NOISE = 32
NOISE_LEVELS = (2, 3, 4, 5, 6, 8, 10)


def find_sources():
    found = []
    for folder, _, names in os.walk(SOURCES):
        for name in names:
            if name.lower().endswith((".jpg", ".jpeg")):
                path = os.path.join(folder, name)
                with Image.open(path) as image:
                    if image.width >= LEAST_SOURCE_WIDTH and image.mode == "RGB":
                        found.append(path)
    return sorted(found)


def crop(path, choice):
    with Image.open(path) as image:
        share = choice.uniform(0.75, 1)
        scale = share * min(image.width / WIDTH, image.height / HEIGHT)
        width, height = scale * WIDTH, scale * HEIGHT
        left, top = choice.uniform(0, image.width - width), choice.uniform(0, image.height - height)
        return image.resize((WIDTH, HEIGHT), Image.BICUBIC, box=(left, top, left + width, top + height))


def texture(choice):
    channels = []
    for _ in range(3):
        channel = Image.new("L", (WIDTH, HEIGHT), choice.randrange(64, 192))
        for octave in range(2, 9):
            size = 2 ** octave
            table = [round(128 + (value - 128) * 1.3 / octave) for value in range(256)]
            small = Image.frombytes("L", (size, size), choice.randbytes(size * size)).point(table)
            channel = ImageChops.add(channel, small.resize((WIDTH, HEIGHT), Image.BICUBIC), 1, -128)
        channels.append(channel)
    return Image.merge("RGB", channels)


def start_worker():
    global noise
    noise = Image.effect_noise((WIDTH, HEIGHT), FULL_NOISE)


def add_noise(image, level, choice):
    table = [round(128 + (value - 128) * level / FULL_NOISE) for value in range(256)]
    scaled = noise.point(table)
    layers = [ImageChops.offset(scaled, choice.randrange(WIDTH), choice.randrange(HEIGHT)) for _ in range(3)]
    return ImageChops.add(image, Image.merge("RGB", layers), 1, -128)


def encode(image):
    stream = io.BytesIO()
    if EXTENSION == "jpg":
        image.save(stream, "JPEG", quality=QUALITY, subsampling="4:2:0")
    else:
        image.save(stream, "WEBP", quality=QUALITY)
    return stream.getvalue()


def make(index, sources):
    choice = random.Random(index)
    image = crop(sources[index % len(sources)], choice) if sources else texture(choice)
    if choice.random() < 0.5:
        image = image.transpose(Image.FLIP_LEFT_RIGHT)
    image = ImageEnhance.Brightness(image).enhance(choice.uniform(0.8, 1.15))
    least = LEAST_BYTES * choice.uniform(1, 1.5)
    for level in NOISE_LEVELS:
        content = encode(add_noise(image, level, random.Random(index)))
        if len(content) >= least:
            break
    with open(os.path.join(FOLDER, "%04d.%s" % (index, EXTENSION)), "wb") as file:
        file.write(content)


if __name__ == "__main__":
    sources = find_sources() if SOURCES else []
    with multiprocessing.Pool(initializer=start_worker) as pool:
        pool.starmap(make, [(index, sources) for index in range(COUNT)], chunksize=1)
    print("crops of %d photographs" % len(sources) if sources else "noise at many scales, for want of photographs")
