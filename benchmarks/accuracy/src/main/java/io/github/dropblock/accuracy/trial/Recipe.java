package io.github.dropblock.accuracy.trial;

/**
 * What all trials of an experiment have in common.
 *
 * @param trainingImages how many images or scenes, a multiple of 10 and of the batch size
 * @param validationImages how many, a multiple of 10
 * @param testImages how many of the test images are used, the first ones
 * @param epochs passes over the training images
 * @param batchSize images of a step
 * @param learningRate at the beginning; falls to 0 along a cosine
 * @param weightDecay of all parameters
 */
public record Recipe(
    int trainingImages,
    int validationImages,
    int testImages,
    int epochs,
    int batchSize,
    double learningRate,
    double weightDecay) {
  /** The experiments'. */
  public static final Recipe FULL = new Recipe(1000, 1000, 10_000, 20, 50, 0.05, 5e-4);

  /** A few seconds long. */
  public static final Recipe QUICK = new Recipe(500, 500, 500, 6, 50, 0.05, 5e-4);

  /** With the wide regime. */
  public static final Recipe WIDE = new Recipe(1000, 1000, 10_000, 100, 50, 0.05, 5e-4);

  /** The same, a few seconds long. */
  public static final Recipe QUICK_WIDE = new Recipe(200, 200, 100, 4, 25, 0.05, 5e-4);

  /** On scenes. Each trial has its own number of them, and of epochs. */
  public static final Recipe SCENES = new Recipe(200, 400, 2000, 100, 10, 0.05, 5e-4);

  /**
   * Of detectors, with the learning rate of the RetinaNet paper. Each trial has its own number of
   * scenes, and of epochs. At 0.05, a training of 3,000 steps has ended in NaN.
   */
  public static final Recipe DETECTION = new Recipe(500, 400, 2000, 60, 10, 0.01, 5e-4);

  /** On scenes, a few seconds long. */
  public static final Recipe QUICK_SCENES = new Recipe(40, 40, 30, 15, 10, 0.05, 5e-4);

  /** Checks the sizes. */
  public Recipe {
    if (trainingImages % batchSize != 0) {
      throw new IllegalArgumentException(
          "trainingImages must be a multiple of " + batchSize + ": " + trainingImages);
    }
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1: " + epochs);
    }
  }

  /** The same with another number of epochs. */
  public Recipe withEpochs(int newEpochs) {
    return new Recipe(
        trainingImages,
        validationImages,
        testImages,
        newEpochs,
        batchSize,
        learningRate,
        weightDecay);
  }

  /**
   * The same with as many epochs as have this number of steps.
   *
   * @throws IllegalArgumentException if they are no whole epochs
   */
  public Recipe withSteps(int steps) {
    if (steps % stepsPerEpoch() != 0) {
      throw new IllegalArgumentException(
          "steps must be a multiple of " + stepsPerEpoch() + ": " + steps);
    }
    return withEpochs(steps / stepsPerEpoch());
  }

  /** The same with another number of training images. */
  public Recipe withTrainingImages(int newTrainingImages) {
    return new Recipe(
        newTrainingImages,
        validationImages,
        testImages,
        epochs,
        batchSize,
        learningRate,
        weightDecay);
  }

  /** The same with another number of validation images. */
  public Recipe withValidationImages(int newValidationImages) {
    return new Recipe(
        trainingImages,
        newValidationImages,
        testImages,
        epochs,
        batchSize,
        learningRate,
        weightDecay);
  }

  /** Steps of an epoch. */
  public int stepsPerEpoch() {
    return trainingImages / batchSize;
  }

  /** Steps of a whole trial. */
  public int steps() {
    return epochs * stepsPerEpoch();
  }
}
