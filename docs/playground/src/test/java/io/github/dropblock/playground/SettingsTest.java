package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void anEmptyAddressGivesTheLibrarysDefaults() {
    Settings settings = Settings.read("");
    assertEquals(DropBlock.builder().seed(Choices.SEED).build(), settings.now());
    assertEquals(Shape.nchw(2, 4, 40, 40), settings.shape());
  }

  @Test
  void aScheduleSetsKeepProbOfTheStep() {
    Settings settings = Settings.read("schedule=LINEAR&step=250&steps=1000&keepProb=0.8&group=3");
    double keepProb = ((KeepProbRegularizer) settings.now()).keepProb();
    assertEquals(1 - 0.2 / 4 / 4, keepProb, 1e-12);
    assertEquals(keepProb, settings.keepProb(250));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keepProb=1.5 | keepProb",
        "keepProb=NaN | keepProb",
        "keepProb= | keepProb must be a number",
        "blockHeight=0 | blockHeight must be from 1",
        "blockWidth=x | blockWidth must be a whole number: x",
        "seedRegion=HERE | seedRegion must be one of the choices: HERE",
        "height=129 | height must be from 1 to 128: 129",
        "samples=0 | samples must be from 1 to 8: 0",
        "step=-1 | step must be at least 0: -1",
        "seed=1e3 | seed must be a whole number: 1e3",
        "gammaScale=-1 | gammaScale",
        "fill=GAUSSIAN&fillDeviation=-1 | fill standardDeviation",
        "height= | height must be a whole number, and not empty",
        "regularizer=HOLES&minHoles=2&maxHoles=1 | maxHoles",
        "regularizer=HOLES&minArea=0 | minArea",
        "regularizer=HOLES&maxAspect=x | maxAspect must be a number: x",
        "regularizer=HOLES&holeSize=SIDES&minLength=0 | minLength must be from 1",
        "regularizer=HOLES&holeSize=BAR_OF_WIDTH&minLength=7&maxLength=2 | maxLength must be from 7",
        "regularizer=HOLES&inverse=on | inverse must be yes or no: on",
        "regularizer=GRID_MASK&minPeriod=20 | maxPeriod",
        "regularizer=GRID_MASK&holeRatio=2 | holeRatio",
        "regularizer=GRID_MASK&probability=-1 | probability",
        "regularizer=ALPHA_DROPOUT&normalization=TENSOR | normalization must be EXPECTED or NONE",
        "regularizer=ALPHA_DROPOUT&fill=GAUSSIAN | fill must be one constant"
      })
  void badValuesAreNamed(String state, String message) {
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> new Experiment(Settings.read(state)));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
  }
}
