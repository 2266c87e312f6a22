#!/usr/bin/python3
"""Makes the files of assets/fonts: Inter merged with a part of Noto Sans SC, and JetBrains Mono.

Usage: merge-fonts.py SOURCES TARGET
SOURCES holds the unpacked npm packages @expo-google-fonts/inter, noto-sans-sc and jetbrains-mono
as inter/package, noto-sans-sc/package, jetbrains-mono/package. Needs fonttools (4.38 was used).

JavaFX does not fall back from one bundled family to another, so Latin and Chinese stand in one file.
It tells weights apart only as bold or not, so Medium and SemiBold are families of their own.
"""
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UNITS = 2048
VERSION = "Version 1.000"
LATIN = (list(range(0x20, 0x7F)) + list(range(0xA0, 0x250)) + list(range(0x2B0, 0x300)) + list(range(0x370, 0x400))
         + list(range(0x400, 0x460)) + list(range(0x2000, 0x2070)) + list(range(0x2070, 0x20D0))
         + list(range(0x2100, 0x2C00)) + [0xFFFD])


def gb2312(rows):
    for row in rows:
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


# rows 1-3: punctuation, enclosed numbers, fullwidth letters; rows 16-55: the 3755 characters of level 1
CHINESE = set(gb2312(list(range(0xA1, 0xA4)) + list(range(0xB0, 0xD8)))) | set(range(0x3000, 0x3020)) | set(range(0xFF01, 0xFF5F))


def subset(font, unicodes, features):
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "STAT", "MATH", "BASE", "gasp", "meta", "vhea", "vmtx", "VORG"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=unicodes)
    subsetter.subset(font)
    return font


def rename(font, family, weight, subfamily, weight_class, notice):
    full = family if subfamily == "Regular" else f"{family} {subfamily}"
    name = font["name"]
    name.names = []
    for name_id, text in ((0, notice), (1, family), (2, subfamily), (3, f"{VERSION};{full}"), (4, full), (5, VERSION),
                          (6, full.replace(" ", "") + ("-Regular" if subfamily == "Regular" else "")),
                          (13, "This Font Software is licensed under the SIL Open Font License, Version 1.1."),
                          (14, "https://scripts.sil.org/OFL")):
        name.setName(text, name_id, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.usWeightClass = weight_class
    bold = subfamily == "Bold"
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    font["head"].created = font["head"].modified = 3849984000  # 2026-01-01, so that the files are the same every time
    font.recalcTimestamp = False


def sans(sources, target, weight, weight_class, family, subfamily):
    inter = subset(TTFont(next((sources / "inter/package").glob(f"*{weight}/*{weight}.ttf"))), LATIN, ["kern", "mark", "mkmk", "ccmp"])
    noto = TTFont(next((sources / "noto-sans-sc/package").glob(f"*{weight}/*{weight}.ttf")))
    subset(noto, CHINESE - set(inter.getBestCmap()), [])
    scale_upem(noto, UNITS)
    for tag in ("GSUB", "GPOS", "GDEF"):
        if tag in noto:
            del noto[tag]
    scratch = []
    for index, font in enumerate((inter, noto)):
        path = target / f".part{index}.ttf"
        font.save(path)
        scratch.append(path)
    notice = "\n".join(TTFont(path)["name"].getDebugName(0) for path in scratch)
    metrics = TTFont(scratch[0])
    merged = Merger().merge([str(path) for path in scratch])
    for table, fields in (("hhea", ("ascent", "descent", "lineGap")),
                          ("OS/2", ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"))):
        for field in fields:
            setattr(merged[table], field, getattr(metrics[table], field))
    rename(merged, family, weight, subfamily, weight_class, notice)
    merged.save(target / f"PacketwalkSans-{weight}.ttf")
    for path in scratch:
        path.unlink()


def mono(sources, target, weight, weight_class, family, subfamily):
    font = TTFont(next((sources / "jetbrains-mono/package").glob(f"*{weight}/*{weight}.ttf")))
    subset(font, list(range(0x20, 0x3000)) + [0xFFFD], ["mark", "mkmk", "ccmp"])
    rename(font, family, weight, subfamily, weight_class, font["name"].getDebugName(0))
    font.save(target / f"JetBrainsMono-{weight}.ttf")


if __name__ == "__main__":
    origin, goal = Path(sys.argv[1]), Path(sys.argv[2])
    for args in (("Regular", 400, "Packetwalk Sans", "Regular"), ("Medium", 500, "Packetwalk Sans Medium", "Regular"),
                 ("SemiBold", 600, "Packetwalk Sans SemiBold", "Regular"), ("Bold", 700, "Packetwalk Sans", "Bold")):
        sans(origin, goal, *args)
    for args in (("Regular", 400, "JetBrains Mono", "Regular"), ("Medium", 500, "JetBrains Mono Medium", "Regular"),
                 ("Bold", 700, "JetBrains Mono", "Bold")):
        mono(origin, goal, *args)
