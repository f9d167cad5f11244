package io.github.dropblock.playground;

import io.github.dropblock.BlockSize;
import io.github.dropblock.GammaRule;
import io.github.dropblock.SeedRegion;

/** Java code that creates the regularizer of the page, without choices that are the defaults. */
final class RegularizerCode {
  private final Choices choices;

  private RegularizerCode(Choices choices) {
    this.choices = choices;
  }

  static String of(Choices choices) {
    RegularizerCode code = new RegularizerCode(choices);
    return choices.kind().className() + " regularizer = " + code.expression() + ";\n";
  }

  private String expression() {
    return switch (choices.kind()) {
      case DROP_BLOCK -> builder(dropBlock());
      case HOLES -> builder(holes());
      case CUTOUT -> call(choices.cutouts() + ", " + block());
      case PATCHES, PATCHES_EXACTLY -> call(block() + ", " + choices.keepProb());
      case GRID_MASK -> call(periods() + ", " + choices.grid().holeRatio());
      default -> call("" + choices.keepProb());
    };
  }

  private String builder(String own) {
    return choices.kind().method()
        + "()"
        + own
        + sharing("sharing")
        + common("normalization", "fill")
        + line("seed", seed())
        + line("build", "");
  }

  private String dropBlock() {
    return line("keepProb", "" + choices.keepProb())
        + line("blockSize", block())
        + region()
        + unless(choices.rule() == GammaRule.PAPER, "gammaRule", choices.rule())
        + unless(choices.gammaScale() == 1, "gammaScale", "" + choices.gammaScale());
  }

  private String holes() {
    HoleChoices holes = choices.holes();
    boolean fixed = holes.minHoles() == holes.maxHoles();
    return probability(holes.probability(), "probability")
        + line("holes", holes.minHoles() + (fixed ? "" : ", " + holes.maxHoles()))
        + line("size", holes.sizeCode())
        + region()
        + unless(!holes.inverse(), "inverse", "true");
  }

  private String region() {
    SeedRegion region = choices.region();
    return unless(region == SeedRegion.VALID, "seedRegion", region);
  }

  private String call(String arguments) {
    return choices.kind().method()
        + ("(" + arguments + ", " + seed() + ")")
        + (choices.kind() == Kind.GRID_MASK ? grid() : "")
        + sharing("withSharing")
        + common("withNormalization", "withFill");
  }

  private String periods() {
    GridChoices grid = choices.grid();
    boolean fixed = grid.minPeriod() == grid.maxPeriod();
    return grid.minPeriod() + (fixed ? "" : ", " + grid.maxPeriod());
  }

  private String grid() {
    return probability(choices.grid().probability(), "withProbability")
        + unless(!choices.grid().inverse(), "withInverse", "true");
  }

  private static String probability(double probability, String setter) {
    return unless(probability == 1, setter, "" + probability);
  }

  private String sharing(String setter) {
    return unless(choices.sharing() == choices.kind().sharing(), setter, choices.sharing());
  }

  /** What each kind of regularizer can have. */
  private String common(String normalization, String fill) {
    return unless(
            choices.normalization() == choices.kind().normalization(),
            normalization,
            choices.normalization())
        + unless(choices.fill().type() == FillChoice.Type.OWN, fill, choices.fill().code());
  }

  private String block() {
    BlockSize block = choices.block();
    String text = block.toString();
    String square = "square(";
    return text.startsWith(square)
        ? text.substring(square.length(), text.length() - 1)
        : "BlockSize." + text;
  }

  private String seed() {
    long seed = choices.seed();
    return seed == (int) seed ? "" + seed : seed + "L";
  }

  private static String constant(Enum<?> value) {
    return value.getDeclaringClass().getSimpleName() + "." + value.name();
  }

  private static String unless(boolean isDefault, String setter, Enum<?> value) {
    return isDefault ? "" : line(setter, constant(value));
  }

  private static String unless(boolean isDefault, String setter, String value) {
    return isDefault ? "" : line(setter, value);
  }

  private static String line(String setter, String value) {
    return "\n    ." + setter + "(" + value + ")";
  }
}
