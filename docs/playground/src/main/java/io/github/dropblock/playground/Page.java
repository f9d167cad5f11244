package io.github.dropblock.playground;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.teavm.jso.JSExport;

/**
 * What the page's scripts call. The state is the text of the page's address. Pictures are bytes of
 * red, green, blue and opacity.
 */
public final class Page {
  private static Experiment experiment;
  private static Photo photo = Photo.gray(1, 1);
  private static Tensor maps;

  private Page() {}

  public static void main(String[] args) {
    // The scripts call the methods below.
  }

  /** Returns an empty text, or one line that says what is wrong. Then the old state stays. */
  @JSExport
  public static String update(String state) {
    try {
      Experiment next = new Experiment(Settings.read(state));
      next.apply(maps(next.settings().shape()));
      experiment = next;
      return "";
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /** Takes the pixels of a photograph. They are shown from the next update on. */
  @JSExport
  public static void setPhoto(byte[] rgba, int height, int width) {
    photo = Photo.of(rgba, height, width);
    maps = null;
  }

  private static Tensor maps(Shape shape) {
    if (maps == null || !maps.shape().equals(shape)) {
      maps = FeatureMaps.of(photo, shape);
    }
    return maps;
  }

  @JSExport
  public static String numbers() {
    return Numbers.of(experiment);
  }

  @JSExport
  public static String numbersOfPlane(int n, int c) {
    return Numbers.ofPlane(experiment.mask(), n, c);
  }

  @JSExport
  public static String code() {
    return JavaCode.of(experiment.settings());
  }

  /** Returns texts for what the regularizer has where the visitor chooses nothing else. */
  @JSExport
  public static String ownChoices() {
    Kind kind = experiment.settings().choices().kind();
    if (kind.isAlpha()) {
      return "normalization=the affine step&fill=-1.7581, the limit of SELU";
    }
    String sharing = kind.sharing() == null ? "" : "sharing=the usual one: " + kind.sharing() + "&";
    return sharing + "normalization=the usual one: " + kind.normalization() + "&fill=zero";
  }

  @JSExport
  public static byte[] mask(int n, int c) {
    return Pixels.ofMask(experiment.mask(), n, c);
  }

  /** Returns a feature map before the mask. */
  @JSExport
  public static byte[] map(int n, int c) {
    float white = Numbers.largest(experiment.maps(), n, c);
    return Pixels.ofPlane(experiment.maps(), n, c, white, null);
  }

  /** Returns a feature map after the mask, with the same white as before it. */
  @JSExport
  public static byte[] masked(int n, int c, boolean marked) {
    float white = Numbers.largest(experiment.maps(), n, c);
    return Pixels.ofPlane(experiment.masked(), n, c, white, marked ? experiment.mask() : null);
  }

  /** Counts the masks of some more steps, and returns what was counted so far. */
  @JSExport
  public static String count(int steps) {
    for (int i = 0; i < steps; i++) {
      experiment.counts().add();
    }
    return Numbers.counted(experiment);
  }

  @JSExport
  public static byte[] rates(boolean realized) {
    double[] closed = experiment.rates();
    double[] shown = realized ? experiment.counts().rates() : closed;
    return Pixels.ofRates(shown, Numbers.largest(closed));
  }

  /** Returns keepProb at equally distant steps from the first to the last one. */
  @JSExport
  public static double[] schedule(int points) {
    Settings settings = experiment.settings();
    double[] values = new double[points];
    for (int i = 0; i < points; i++) {
      values[i] = settings.keepProb((long) i * settings.training().steps() / (points - 1));
    }
    return values;
  }

  /** Draws some more masks for the averages, and returns how many there are. */
  @JSExport
  public static int draw(int draws) {
    for (int i = 0; i < draws; i++) {
      experiment.averages().add();
    }
    return experiment.averages().draws();
  }

  /** Returns the next layer's output without dropping, or its mean over the draws. */
  @JSExport
  public static byte[] average(boolean drawn) {
    Tensor whole = Averages.meanOfChannels(experiment.maps());
    Tensor shown = drawn ? experiment.averages().mean() : whole;
    return Pixels.ofPlane(shown, 0, 0, Numbers.largest(whole, 0, 0), null);
  }

  /** Returns the standard deviation of the next layer's output. */
  @JSExport
  public static byte[] deviation() {
    double[] values = deviations();
    return Pixels.ofRates(values, Numbers.largest(values));
  }

  @JSExport
  public static double largestDeviation() {
    return Numbers.largest(deviations());
  }

  private static double[] deviations() {
    Tensor deviation = experiment.averages().deviation();
    double[] ofSample = new double[deviation.shape().h() * deviation.shape().w()];
    for (int i = 0; i < ofSample.length; i++) {
      ofSample[i] = deviation.data()[i];
    }
    return ofSample;
  }
}
