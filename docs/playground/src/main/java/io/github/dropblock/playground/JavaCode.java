package io.github.dropblock.playground;

import io.github.dropblock.tensor.Shape;

/** Java code that draws the mask that the page shows. */
final class JavaCode {
  private JavaCode() {}

  static String of(Settings settings) {
    return imports(settings)
        + RegularizerCode.of(settings.choices())
        + schedule(settings)
        + use(settings);
  }

  private static String imports(Settings settings) {
    String schedule =
        settings.isScheduled() ? "import io.github.dropblock.schedule.KeepProbSchedule;\n" : "";
    return "import io.github.dropblock.*;\n"
        + schedule
        + "import io.github.dropblock.tensor.*;\n\n";
  }

  private static String schedule(Settings settings) {
    return settings.isScheduled()
        ? "KeepProbSchedule schedule =\n    "
            + settings.training().code(settings.choices().keepProb())
            + ";\n"
        : "";
  }

  private static String use(Settings settings) {
    long step = settings.training().step();
    String now =
        settings.isScheduled()
            ? "Regularizer now =\n    ScheduledRegularizer.of(regularizer, schedule).at(step);\n"
            : "";
    return "\n// In place of zeros, take your feature maps.\n"
        + ("Tensor x = Tensor.zeros(" + call(settings.shape()) + ");\n")
        + ("long step = " + step + (step == (int) step ? "" : "L") + ";\n")
        + now
        + ("DropMask mask = " + (now.isEmpty() ? "regularizer" : "now"))
        + ".sample(x.shape(), step);\nTensor y = mask.apply(x);\n";
  }

  private static String call(Shape shape) {
    return "Shape.nchw(" + shape.n() + ", " + shape.c() + ", " + shape.h() + ", " + shape.w() + ")";
  }
}
