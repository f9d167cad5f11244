package io.github.dropblock.examples.guide;

import io.github.dropblock.DropBlock;
import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.examples.common.PanelSheet;
import io.github.dropblock.examples.common.PanelSheet.Panel;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How often each position is dropped, by seed region: counted in masks, and in closed form. */
final class BorderBiasPicture {
  static final int SIDE = 14;
  static final int BLOCK = 7;
  static final double KEEP_PROB = 0.9;
  private static final int STEPS = 100;
  private static final double TICK = 0.05;

  private BorderBiasPicture() {}

  static BufferedImage draw() {
    List<PositionRates> measured = new ArrayList<>();
    List<PositionRates> closedForm = new ArrayList<>();
    for (SeedRegion region : SeedRegion.values()) {
      DropBlock dropBlock = dropBlock(region, GammaRule.EXACT);
      measured.add(PositionRates.measured(dropBlock, SIDE, STEPS));
      closedForm.add(PositionRates.closedForm(dropBlock, region, BLOCK, SIDE));
    }
    double top = closedForm.stream().mapToDouble(PositionRates::max).max().orElseThrow();
    HeatMap colors = new HeatMap(TICK * Math.ceil(top / TICK));
    return PanelSheet.draw(
        List.of(row("measured", measured, colors), row("closed form", closedForm, colors)),
        String.format(
            Locale.ROOT,
            "How often each position is dropped: maps of %d x %d, blockSize %d, keepProb %s, "
                + "EXACT gamma, %,d masks.",
            SIDE,
            SIDE,
            BLOCK,
            KEEP_PROB,
            PositionRates.planes(STEPS)));
  }

  static DropBlock dropBlock(SeedRegion region, GammaRule rule) {
    return DropBlock.builder()
        .keepProb(KEEP_PROB)
        .blockSize(BLOCK)
        .seedRegion(region)
        .gammaRule(rule)
        .seed(1)
        .build();
  }

  private static List<Panel> row(String kind, List<PositionRates> maps, HeatMap colors) {
    List<Panel> row = new ArrayList<>();
    SeedRegion[] regions = SeedRegion.values();
    for (int i = 0; i < maps.size(); i++) {
      row.add(new Panel(regions[i] + ", " + kind, detail(maps.get(i)), colors.draw(maps.get(i))));
    }
    row.add(new Panel("drop rate", "", colors.scale(SIDE, TICK)));
    return row;
  }

  private static String detail(PositionRates map) {
    return String.format(Locale.ROOT, "corner %.5f, center %.4f", map.corner(), map.center());
  }
}
