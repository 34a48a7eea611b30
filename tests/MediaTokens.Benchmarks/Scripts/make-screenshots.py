"""Usage: python3 make-screenshots.py FOLDER COUNT WIDTH HEIGHT

Draws desktops with windows: an editor, a table, a page of text and a dialogue, in light and dark colours, all different, with smoothed
text as on a screen. Writes which font it has drawn with. The picture of an index is always the same.
"""
import multiprocessing
import os
import random
import sys

from PIL import Image, ImageDraw, ImageFont

FOLDER, COUNT, WIDTH, HEIGHT = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
FACES = (("DejaVuSansMono.ttf", "DejaVuSans.ttf"), ("consola.ttf", "segoeui.ttf"), ("Menlo.ttc", "Helvetica.ttc"))
WORDS = (
    "the image model tokens of size folder width height return value file when status name open save report with for input output "
    "count detail high low error warning build test release tile patch frame request limit price user group server network address"
).split()
DARK = ("#1e1e1e", "#252526", "#282c34", "#002b36", "#2d2a2e")
LIGHT = ("#ffffff", "#f8f8f8", "#fdf6e3", "#f3f3f3")
INK = ("#569cd6", "#ce9178", "#6a9955", "#c586c0", "#b58900", "#268bd2", "#d16969")
DESKTOP = ("#008080", "#2e3440", "#3a6ea5", "#4b5320", "#5d4157", "#708090")


def font(kind, size):
    for faces in FACES:
        try:
            return ImageFont.truetype(faces[kind], size)
        except OSError:
            continue
    return ImageFont.load_default()


def phrase(choice, words):
    return " ".join(choice.choice(WORDS) for _ in range(words))


def draw_code(draw, box, choice, ink):
    left, top, right, bottom = box
    size = choice.randrange(13, 18)
    face = font(0, size)
    for number, y in enumerate(range(top + 6, bottom - size - 4, size + 5)):
        draw.text((left + 8, y), "%4d" % (number + 1), "#808080", face)
        x = left + 60 + 24 * choice.randrange(5)
        for _ in range(choice.randrange(8)):
            word = choice.choice(WORDS) + choice.choice((" ", "(", ") ", ".", " = ", ";", ", "))
            width = draw.textlength(word, face)
            if x + width > right - 8:
                break
            draw.text((x, y), word, choice.choice(INK + (ink, ink, ink)), face)
            x += width


def draw_table(draw, box, choice, ink):
    left, top, right, bottom = box
    face = font(1, 14)
    columns = list(range(left, right - 100, choice.randrange(110, 190)))
    for row, y in enumerate(range(top, bottom - 24, 24)):
        if row % 2:
            draw.rectangle((left, y, right, y + 23), "#888888")
        for x in columns:
            draw.text((x + 6, y + 4), choice.choice((phrase(choice, 1), "%.2f" % choice.uniform(0, 9999), "2026-%02d-%02d" % (choice.randrange(1, 13), choice.randrange(1, 29)))), ink, face)
    for x in columns:
        draw.line((x, top, x, bottom), "#a0a0a0")


def draw_page(draw, box, choice, ink):
    left, top, right, bottom = box
    size = choice.randrange(14, 20)
    y = top + 12
    draw.text((left + 20, y), phrase(choice, 4).title(), ink, font(1, 2 * size))
    y += 3 * size
    face = font(1, size)
    while y < bottom - 2 * size:
        line = phrase(choice, max(1, (right - left) // (4 * size)))
        while draw.textlength(line, face) > right - left - 40:
            line = line[:-4]
        draw.text((left + 20, y), line, ink, face)
        y += round(1.5 * size) + (size if choice.random() < 0.15 else 0)


def draw_dialogue(draw, box, choice, ink):
    left, top, right, bottom = box
    draw.text((left + 24, top + 24), phrase(choice, 5).capitalize() + "?", ink, font(1, 16))
    for i in range(choice.randrange(2, 6)):
        y = top + 64 + 40 * i
        draw.rectangle((left + 24, y, right - 24, y + 28), outline="#909090")
        draw.text((left + 32, y + 5), phrase(choice, 3), ink, font(1, 14))
    for i, label in enumerate(("Cancel", "Apply", "OK")):
        x = right - 110 * (i + 1)
        draw.rounded_rectangle((x, bottom - 48, x + 96, bottom - 16), 6, choice.choice(("#0078d4", "#2ea043", "#808080")))
        draw.text((x + 24, bottom - 41), label, "#ffffff", font(1, 15))


def draw_window(draw, choice):
    width, height = choice.randrange(WIDTH // 3, WIDTH * 4 // 5), choice.randrange(HEIGHT // 3, HEIGHT * 4 // 5)
    left, top = choice.randrange(WIDTH - width), choice.randrange(HEIGHT - height)
    dark = choice.random() < 0.5
    paper, ink = (choice.choice(DARK), "#d4d4d4") if dark else (choice.choice(LIGHT), "#202020")
    draw.rectangle((left, top, left + width, top + height), paper, "#606060")
    draw.rectangle((left, top, left + width, top + 30), choice.choice(("#3c3c3c", "#dddddd", "#0063b1")))
    draw.text((left + 12, top + 6), phrase(choice, 3), "#f0f0f0" if dark else "#404040", font(1, 15))
    content = choice.choice((draw_code, draw_code, draw_table, draw_page, draw_dialogue))
    content(draw, (left + 1, top + 31, left + width - 1, top + height - 1), choice, ink)


def make(index):
    choice = random.Random(index)
    image = Image.new("RGB", (WIDTH, HEIGHT), choice.choice(DESKTOP))
    draw = ImageDraw.Draw(image)
    for _ in range(choice.randrange(2, 6)):
        draw_window(draw, choice)
    draw.rectangle((0, HEIGHT - 40, WIDTH, HEIGHT), "#202020")
    draw.text((WIDTH - 120, HEIGHT - 28), "%02d:%02d" % (choice.randrange(24), choice.randrange(60)), "#ffffff", font(1, 14))
    image.save(os.path.join(FOLDER, "%04d.png" % index))


if __name__ == "__main__":
    with multiprocessing.Pool() as pool:
        pool.map(make, range(COUNT), chunksize=4)
    face = font(1, 14)
    print("drawn with %s" % face.getname()[0] if hasattr(face, "getname") else "drawn with a bitmap font")
