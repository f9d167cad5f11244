package io.github.dropblock.playground;

import io.github.dropblock.BlockSize;
import io.github.dropblock.GammaRule;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.SeedRegion;

/** Java code that draws the mask that the page shows. */
final class JavaCode {
  private final Choices choices;
  private final Settings settings;

  private JavaCode(Settings settings) {
    this.choices = settings.choices();
    this.settings = settings;
  }

  static String of(Settings settings) {
    JavaCode code = new JavaCode(settings);
    return code.imports() + code.regularizer() + code.schedule() + code.use();
  }

  private String imports() {
    String schedule =
        settings.isScheduled() ? "import io.github.dropblock.schedule.KeepProbSchedule;\n" : "";
    return "import io.github.dropblock.*;\n"
        + schedule
        + "import io.github.dropblock.tensor.*;\n\n";
  }

  private String regularizer() {
    String name = choices.kind().className();
    return name
        + " regularizer = "
        + (choices.kind() == Kind.DROP_BLOCK ? builder() : call())
        + ";\n";
  }

  private String builder() {
    return "DropBlock.builder()"
        + line("keepProb", "" + choices.keepProb())
        + line("blockSize", block())
        + unless(choices.region() == SeedRegion.VALID, "seedRegion", constant(choices.region()))
        + unless(choices.rule() == GammaRule.PAPER, "gammaRule", constant(choices.rule()))
        + unless(choices.gammaScale() == 1, "gammaScale", "" + choices.gammaScale())
        + unless(choices.sharing() == MaskSharing.NONE, "sharing", constant(choices.sharing()))
        + common("normalization", "fill")
        + line("seed", seed())
        + line("build", "");
  }

  private String call() {
    String first =
        choices.kind() == Kind.CUTOUT ? choices.holes() + ", " + block() : "" + choices.keepProb();
    return choices.kind().className()
        + ("." + choices.kind().method() + "(")
        + first
        + ", "
        + seed()
        + ")"
        + common("withNormalization", "withFill");
  }

  /** What each kind of regularizer can have. */
  private String common(String normalization, String fill) {
    return unless(
            choices.normalization() == choices.kind().normalization(),
            normalization,
            constant(choices.normalization()))
        + unless(choices.fill().type() == FillChoice.Type.ZERO, fill, choices.fill().code());
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

  private String schedule() {
    return settings.isScheduled()
        ? "KeepProbSchedule schedule =\n    " + settings.training().code(choices.keepProb()) + ";\n"
        : "";
  }

  private String use() {
    long step = settings.training().step();
    String now =
        settings.isScheduled()
            ? "Regularizer now = ScheduledRegularizer.of(regularizer, schedule).at(step);\n"
            : "";
    return "\n// In place of zeros, take your feature maps.\n"
        + ("Tensor x = Tensor.zeros(" + shapeCall() + ");\n")
        + ("long step = " + step + (step == (int) step ? "" : "L") + ";\n")
        + now
        + ("DropMask mask = " + (now.isEmpty() ? "regularizer" : "now"))
        + ".sample(x.shape(), step);\nTensor y = mask.apply(x);\n";
  }

  private String shapeCall() {
    var shape = settings.shape();
    return "Shape.nchw(" + shape.n() + ", " + shape.c() + ", " + shape.h() + ", " + shape.w() + ")";
  }

  private static String constant(Enum<?> value) {
    return value.getDeclaringClass().getSimpleName() + "." + value.name();
  }

  private static String unless(boolean isDefault, String setter, String value) {
    return isDefault ? "" : line(setter, value);
  }

  private static String line(String setter, String value) {
    return "\n    ." + setter + "(" + value + ")";
  }
}
