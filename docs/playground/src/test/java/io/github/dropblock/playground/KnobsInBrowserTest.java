package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each knob of the page, in a real browser. */
class KnobsInBrowserTest extends BrowserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keepProb | 0.5 | #photo #rates-closed #number-gamma #number-expected #code",
        "blockHeight | 3 | #photo #rates-closed #number-gamma #number-expected #code",
        "blockWidth | 3 | #photo #rates-closed #number-gamma #number-expected #code",
        "seedRegion | EXTENDED | #photo #rates-closed #number-expected #code",
        "gammaRule | EXACT | #number-gamma #number-expected #code",
        "gammaScale | 0.5 | #number-gamma #number-expected #code",
        "sharing | CHANNELS | #maps #number-kept #code",
        "normalization | NONE | #number-scale #code",
        "seed | 30 | #photo #maps #number-kept #code",
        "step | 5 | #photo #maps #number-kept #code",
        "steps | 7 | #chart",
        "schedule | LINEAR | #photo #number-keepProb #chart #code",
        "group | 3 | #photo #number-keepProb #code",
        "height | 14 | #photo #maps #rates-closed #number-expected #code",
        "width | 14 | #photo #maps #rates-closed #number-expected #code",
        "channels | 9 | #maps #code",
        "samples | 3 | #maps #code",
        "regularizer | DROPOUT | #photo #maps #number-gamma #rates-closed #code",
        "regularizer | SPATIAL_DROPOUT | #photo #maps #number-gamma #code",
        "regularizer | DROP_PATH | #photo #maps #number-gamma #code",
        "regularizer | DROP_PATH_OF_BATCH | #number-gamma #number-scale #code",
        "regularizer | CUTOUT | #photo #maps #number-gamma #number-keepProb #code"
      })
  void eachKnobChangesWhatItShould(String knob, String value, String changed) {
    assertKnobChanges("", knob, value, changed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROPOUT | sharing | ALL | #maps #code",
        "SPATIAL_DROPOUT&keepProb=0.5 | sharing | BATCH | #maps #code",
        "ALPHA_DROPOUT | keepProb | 0.5 | #photo #maps #number-shift #number-fill #code",
        "ALPHA_DROPOUT | normalization | NONE | #number-scale #number-shift #number-fill #code",
        "ALPHA_DROPOUT | fill | CONSTANT | #number-scale #number-shift #number-fill #code",
        "ALPHA_DROPOUT | regularizer | ALPHA_DROPOUT_OF_PLANES | #photo #maps #code",
        "CUTOUT | holes | 5 | #photo #maps #rates-closed #number-expected #code",
        "HOLES | minHoles | 0 | #rates-closed #number-expected #code",
        "HOLES | maxHoles | 5 | #photo #maps #rates-closed #number-expected #code",
        "HOLES | holeSize | SIDES | #photo #maps #rates-closed #number-expected #code",
        "HOLES | holeSize | BAR_OF_HEIGHT | #photo #maps #rates-closed #number-expected #code",
        "HOLES | holeSize | BAR_OF_WIDTH | #photo #maps #rates-closed #number-expected #code",
        "HOLES | minArea | 0.3 | #photo #maps #rates-closed #number-expected #code",
        "HOLES | maxArea | 0.9 | #photo #maps #rates-closed #number-expected #code",
        "HOLES | minAspect | 2 | #photo #maps #rates-closed #code",
        "HOLES | maxAspect | 0.3 | #photo #maps #rates-closed #code",
        "HOLES&holeSize=SIDES | minLength | 9 | #photo #rates-closed #number-expected #code",
        "HOLES&holeSize=SIDES | maxLength | 20 | #photo #rates-closed #number-expected #code",
        "HOLES | probability | 0 | #photo #maps #rates-closed #number-expected #code",
        "HOLES | inverse | yes | #photo #maps #rates-closed #number-expected #code",
        "HOLES | seedRegion | EXTENDED | #rates-closed #number-expected #code",
        "HOLES | sharing | NONE | #maps #code",
        "PATCHES | blockHeight | 3 | #photo #maps #code",
        "PATCHES | blockWidth | 3 | #photo #maps #code",
        "PATCHES | keepProb | 0.3 | #photo #maps #number-expected #code",
        "PATCHES | sharing | NONE | #maps #code",
        "PATCHES | schedule | LINEAR | #photo #number-keepProb #code",
        "PATCHES | regularizer | PATCHES_EXACTLY | #number-expected #code",
        "GRID_MASK | minPeriod | 16 | #photo #maps #code",
        "GRID_MASK | maxPeriod | 99 | #photo #maps #code",
        "GRID_MASK | holeRatio | 0.3 | #photo #maps #number-expected #code",
        "GRID_MASK | probability | 0 | #photo #maps #number-expected #code",
        "GRID_MASK | inverse | yes | #photo #maps #number-expected #code",
        "GRID_MASK | sharing | NONE | #maps #code"
      })
  void eachKnobOfARelativeChangesWhatItShould(
      String regularizer, String knob, String value, String changed) {
    assertKnobChanges("regularizer=" + regularizer, knob, value, changed);
  }

  private static void assertKnobChanges(String state, String knob, String value, String changed) {
    browser.open(state);
    assertTrue(browser.element("[name=" + knob + "]").isDisplayed(), knob + " is shown");
    String before = looks();
    String first = browser.text("return knob(arguments[0])", knob);
    for (String part : changed.split(" ")) {
      String old = browser.look(part);
      browser.set(knob, value);
      assertNotEquals(old, browser.look(part), knob + " changes " + part);
      browser.set(knob, first);
      if (knob.startsWith("block")) {
        browser.set("blockHeight", "7");
      }
    }
    assertEquals(before, looks(), "the old value gives the old pictures");
  }

  private static String looks() {
    return browser.look("#photo")
        + browser.look("#maps")
        + browser.look("#rates-closed")
        + browser.look("#code");
  }

  @Test
  void theFillIsShownIfDroppedPositionsAreNotColored() {
    browser.open("marked=no");
    String zero = browser.look("#maps");
    browser.set("fillValue", "1");
    assertEquals(zero, browser.look("#maps"));
    browser.set("fill", "CONSTANT");
    assertNotEquals(zero, browser.look("#maps"));
    String constant = browser.look("#maps");
    browser.set("fill", "GAUSSIAN");
    assertNotEquals(constant, browser.look("#maps"));
    String noise = browser.look("#maps");
    browser.set("fillDeviation", "3");
    assertNotEquals(noise, browser.look("#maps"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP_BLOCK | keepProb blockHeight blockWidth seedRegion gammaRule gammaScale sharing",
        "DROPOUT | keepProb sharing",
        "DROP_PATH | keepProb",
        "ALPHA_DROPOUT | keepProb",
        "CUTOUT | holes blockHeight blockWidth",
        "HOLES | minHoles maxHoles holeSize minArea maxArea minAspect maxAspect probability"
            + " inverse seedRegion sharing",
        "HOLES&holeSize=SIDES | minHoles maxHoles holeSize minLength maxLength probability"
            + " inverse seedRegion sharing",
        "PATCHES_EXACTLY | keepProb blockHeight blockWidth sharing",
        "GRID_MASK | minPeriod maxPeriod holeRatio probability inverse sharing"
      })
  void onlyKnobsOfTheRegularizerAreShown(String regularizer, String knobs) {
    browser.open("regularizer=" + regularizer);
    assertEquals(
        "regularizer " + knobs + " seed",
        browser.text(
            "return shownFields().filter((f) => f.closest('fieldset') ==="
                + " form.querySelector('fieldset')).map((f) => f.name).join(' ')"));
  }

  @Test
  void choicesThatARegularizerLacksAreLeftWithTheOldOne() {
    browser.open("normalization=PLANE&fill=GAUSSIAN&sharing=ALL");
    browser.set("regularizer", "ALPHA_DROPOUT");
    assertFalse(browser.element("#error").isDisplayed());
    assertEquals("#regularizer=ALPHA_DROPOUT", browser.address("hash"));
    assertEquals(
        "-1.7581, the limit of SELU",
        browser.text("return form.elements.fill.selectedOptions[0].text"));
  }
}
