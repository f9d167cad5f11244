package io.github.dropblock.examples.guide;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropBlockBuilder;
import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The numbers of the documents, as the rows of their tables. */
final class Numbers {
  private static final Case[] CASES = {
    new Case(7, 7, .1),
    new Case(7, 3, .1),
    new Case(14, 7, .1),
    new Case(14, 7, .25),
    new Case(14, 7, 1),
    new Case(28, 7, .1),
    new Case(56, 7, .25)
  };

  private Numbers() {}

  private record Case(int side, int block, double dropRate) {
    Shape shape() {
      return Shape.nchw(1, 1, side, side);
    }

    /** What is dropped. */
    double realized(DropBlockBuilder builder) {
      return 1 - builder.build().expectedKeptFraction(shape());
    }

    DropBlockBuilder in(SeedRegion region, GammaRule rule) {
      return DropBlock.builder()
          .keepProb(1 - dropRate)
          .blockSize(block)
          .seedRegion(region)
          .gammaRule(rule);
    }

    double gamma(GammaRule rule) {
      return in(SeedRegion.VALID, rule).build().gamma(shape());
    }
  }

  /** Realized drop rates, by implementation: docs/peers.md. */
  static List<String> rates() {
    return Arrays.stream(CASES).map(Numbers::rates).toList();
  }

  private static String rates(Case c) {
    return String.format(
        Locale.ROOT,
        "| %d x %d, b %d | %.2f | %.4f | %.4f | %.4f | %.4f | %.6f | %.3f |",
        c.side,
        c.side,
        c.block,
        c.dropRate,
        c.realized(PeerRecipes.torchvision(c.dropRate, c.block)),
        c.realized(PeerRecipes.paddle(c.dropRate, c.block)),
        c.realized(PeerRecipes.miguelvr(c.dropRate, c.block, c.shape())),
        c.realized(c.in(SeedRegion.VALID, GammaRule.EXACT)),
        c.gamma(GammaRule.EXACT),
        c.gamma(GammaRule.EXACT) / c.gamma(GammaRule.PAPER));
  }

  /** Drop rates at the corner, in the center and on average: docs/guide.md. */
  static List<String> borders() {
    return Arrays.stream(SeedRegion.values())
        .flatMap(region -> Stream.of(GammaRule.values()).map(rule -> border(region, rule)))
        .toList();
  }

  private static String border(SeedRegion region, GammaRule rule) {
    DropBlock dropBlock = BorderBiasPicture.dropBlock(region, rule);
    PositionRates map =
        PositionRates.closedForm(
            dropBlock, region, BorderBiasPicture.BLOCK, BorderBiasPicture.SIDE);
    return String.format(
        Locale.ROOT,
        "| `%s` | `%s` | %.5f | %.4f | %.4f |",
        region,
        rule,
        map.corner(),
        map.center(),
        map.mean());
  }

  /** Realized drop rates along one, two and three axes: docs/guide.md. */
  static String axes() {
    Case c = new Case(14, 7, .25);
    DropBlockBuilder paper = c.in(SeedRegion.VALID, GammaRule.PAPER);
    return String.format(
        Locale.ROOT,
        "| %.2f | %.4f | %.4f | %.4f |",
        c.dropRate,
        1 - paper.build().expectedKeptFraction(Shape.ncw(1, 1, c.side)),
        c.realized(paper),
        1 - paper.build().expectedKeptFraction(Shape.ncdhw(1, 1, c.side, c.side, c.side)));
  }
}
