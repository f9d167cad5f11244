package io.github.dropblock.accuracy.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.accuracy.scene.Scene;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final double UNLIKELY = -4;

  /** Four pixels whose likeliest labels have the probability e to the power of -0.5. */
  private static float[] logProbabilities(int... likeliest) {
    float[] values = new float[Scene.LABELS * likeliest.length];
    Arrays.fill(values, (float) UNLIKELY);
    for (int pixel = 0; pixel < likeliest.length; pixel++) {
      values[likeliest[pixel] * likeliest.length + pixel] = -0.5f;
    }
    return values;
  }

  private static Scene scene(int... labels) {
    byte[] bytes = new byte[labels.length];
    for (int i = 0; i < labels.length; i++) {
      bytes[i] = (byte) labels[i];
    }
    return new Scene(2, new byte[4], bytes, List.of());
  }

  @Test
  void lossAndIouAreThoseOfAllPixelsOfAllScenes() {
    Evaluation evaluation = new Evaluation();
    float[] values = Arrays.copyOf(logProbabilities(0, 0, 3, 3), 2 * 4 * Scene.LABELS);
    System.arraycopy(logProbabilities(0, 0, 0, 0), 0, values, values.length / 2, values.length / 2);

    evaluation.add(List.of(scene(0, 3, 3, 3), scene(0, 0, 0, 0)), values);

    assertEquals((7 * 0.5 + 4) / 8, evaluation.loss(), 1e-6);
    assertEquals((5.0 / 6 + 2.0 / 3) / 2, evaluation.meanIou(), 1e-12);
  }

  @Test
  void hiddenPixelsAreNotJudged() {
    Evaluation evaluation = new Evaluation();

    evaluation.add(List.of(scene(1, Scene.HIDDEN, Scene.HIDDEN, 2)), logProbabilities(1, 5, 0, 2));

    assertEquals(0.5, evaluation.loss(), 1e-6);
    assertEquals(1, evaluation.meanIou());
  }

  @Test
  void ofEqualValuesTheFirstLabelIsTaken() {
    assertEquals(0, Evaluation.likeliest(new float[Scene.LABELS], 0, 1));
  }
}
