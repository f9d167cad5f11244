package io.github.dropblock.examples.guide;

import io.github.dropblock.BlockSize;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.GammaRule;
import io.github.dropblock.GridMask;
import io.github.dropblock.Holes;
import io.github.dropblock.MapAxis;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.examples.common.PanelSheet;
import io.github.dropblock.examples.common.PanelSheet.Panel;
import io.github.dropblock.examples.common.Pictures;
import io.github.dropblock.tensor.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** One mask of each regularizer, plane by plane, at the same expected kept fraction. */
final class MasksPicture {
  static final Shape SHAPE = Shape.nchw(4, 4, 14, 14);
  static final int CELL = 5;
  static final int GAP = 6;
  static final Color DROPPED = new Color(0xe8590c);
  static final Color KEPT = new Color(0xdee2e6);

  private static final double KEEP_PROB = 0.75;
  private static final int BLOCK = 7;
  private static final int PANELS_A_ROW = 4;

  /** So few planes vary much: chosen such that each mask keeps about the expected fraction. */
  private static final long SEED = 771;

  private MasksPicture() {}

  static BufferedImage draw() {
    List<Panel> panels =
        regularizers().entrySet().stream().map(e -> panel(e.getKey(), e.getValue())).toList();
    return PanelSheet.draw(
        IntStream.iterate(0, i -> i < panels.size(), i -> i + PANELS_A_ROW)
            .mapToObj(i -> panels.subList(i, i + PANELS_A_ROW))
            .toList(),
        String.format(
            "In each panel: %d samples below each other, each of %d channels of %d x %d positions. "
                + "Orange is dropped.",
            SHAPE.n(), SHAPE.c(), SHAPE.h(), SHAPE.w()));
  }

  static Map<String, Regularizer> regularizers() {
    Map<String, Regularizer> all = new LinkedHashMap<>();
    all.put("Dropout", Dropout.of(KEEP_PROB, SEED));
    all.put("DropBlock", dropBlock(MaskSharing.NONE));
    all.put("SpatialDropout", SpatialDropout.of(KEEP_PROB, SEED));
    all.put("DropPath", DropPath.of(KEEP_PROB, SEED));
    all.put("DropBlock, shared CHANNELS", dropBlock(MaskSharing.CHANNELS));
    all.put("DropBlock, shared BATCH", dropBlock(MaskSharing.BATCH));
    all.put("DropBlock, shared ALL", dropBlock(MaskSharing.ALL));
    all.put("Cutout", cutout());
    all.put("Holes, 1 to 3", holes());
    all.put("Holes, one bar", Holes.bars(MapAxis.WIDTH, 1, 1, 6, SEED));
    all.put("Patches", Patches.of(2, KEEP_PROB, SEED));
    all.put("GridMask", GridMask.of(4, 8, 0.5, SEED));
    return all;
  }

  private static DropBlock dropBlock(MaskSharing sharing) {
    return DropBlock.builder()
        .keepProb(KEEP_PROB)
        .blockSize(BLOCK)
        .gammaRule(GammaRule.EXACT)
        .sharing(sharing)
        .seed(SEED)
        .build();
  }

  private static Regularizer cutout() {
    return nearest(size -> Cutout.of(1, BlockSize.square(size), SEED));
  }

  private static Regularizer holes() {
    BlockSize least = BlockSize.square(2);
    return nearest(size -> Holes.coarse(1, 3, least, BlockSize.square(1 + size), SEED));
  }

  /** Holes have no keepProb: these have the size that comes nearest. */
  private static Regularizer nearest(IntFunction<Regularizer> ofSize) {
    return IntStream.range(1, SHAPE.h())
        .mapToObj(ofSize)
        .min(Comparator.comparingDouble(r -> Math.abs(r.expectedKeptFraction(SHAPE) - KEEP_PROB)))
        .orElseThrow();
  }

  private static Panel panel(String name, Regularizer regularizer) {
    DropMask mask = regularizer.sample(SHAPE, 0);
    String detail =
        String.format(
            Locale.ROOT,
            "kept %.3f, expected %.3f",
            mask.keptFraction(),
            regularizer.expectedKeptFraction(SHAPE));
    return new Panel(name, detail, image(mask));
  }

  private static BufferedImage image(DropMask mask) {
    int plane = SHAPE.h() * CELL + GAP;
    BufferedImage image = Pictures.blank(SHAPE.c() * plane - GAP, SHAPE.n() * plane - GAP);
    Graphics2D g = image.createGraphics();
    for (int n = 0; n < SHAPE.n(); n++) {
      for (int c = 0; c < SHAPE.c(); c++) {
        draw(g, mask, n, c);
      }
    }
    g.dispose();
    return image;
  }

  private static void draw(Graphics2D g, DropMask mask, int n, int c) {
    int plane = SHAPE.h() * CELL + GAP;
    for (int y = 0; y < SHAPE.h(); y++) {
      for (int x = 0; x < SHAPE.w(); x++) {
        g.setColor(mask.isKept(n, c, y, x) ? KEPT : DROPPED);
        g.fillRect(c * plane + x * CELL, n * plane + y * CELL, CELL, CELL);
      }
    }
  }
}
