package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.tensor.Shape;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows each step of the story and each relative, and writes pictures of the page to look at. */
class StoryInBrowserTest extends BrowserTest {
  private static final int WIDE = 1280;
  private static final int NARROW = 360;

  @Test
  void eachStepShowsWhatItSays() throws IOException {
    browser.size(WIDE, 900, false);
    browser.open("");
    photograph("page");
    double expected = DropBlock.of(0.5, 7).expectedKeptFraction(Shape.nchw(1, 1, 14, 14));
    String kept = String.format(Locale.ROOT, "%.4f", expected);
    List<String> sayings =
        List.of(
            "Dropout drops", "blocks of 7 x 7", "So " + kept + " is kept", "0.0062, and", "film");
    for (int i = 0; i < sayings.size(); i++) {
      browser.run("document.querySelectorAll('#story-steps button')[arguments[0]].click()", i);
      String text = browser.element("#story-text").getText();
      assertTrue(text.contains(sayings.get(i)), text);
      assertFalse(text.contains("{"), text);
      assertEquals(1L, browser.run("return document.querySelectorAll('#view > .told').length"));
      photograph("step-" + (i + 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alpha-dropout, regularizer=ALPHA_DROPOUT&marked=no",
    "holes, regularizer=HOLES&minHoles=1&maxHoles=3",
    "coarse, regularizer=HOLES&holeSize=SIDES&minHoles=3&maxHoles=8",
    "bars, regularizer=HOLES&holeSize=BAR_OF_WIDTH&maxHoles=3",
    "patches, regularizer=PATCHES_EXACTLY&keepProb=0.25&blockHeight=4&blockWidth=4",
    "grid, regularizer=GRID_MASK",
    "cutout, regularizer=CUTOUT&holes=3",
    "many, height=64&width=64&channels=16&samples=3&schedule=LINEAR&step=800&fill=GAUSSIAN"
  })
  void eachRelativeIsShown(String name, String state) throws IOException {
    browser.size(WIDE, 900, false);
    browser.open(state);
    photograph(name);
  }

  @Test
  void thePictureOfTheReadmeIsTaken() throws IOException {
    browser.size(1200, 840, false);
    browser.open("");
    browser.run("tell(1)");
    browser.until("return document.body.dataset.counted === 'yes'");
    browser.screenshot("picture");
  }

  /** Writes pictures of the whole page, wide and narrow, light and dark. */
  private static void photograph(String name) throws IOException {
    browser.until("return document.body.dataset.counted === 'yes'");
    for (int width : new int[] {NARROW, WIDE}) {
      for (boolean dark : new boolean[] {true, false}) {
        browser.size(width, 900, dark);
        long height = (Long) browser.run("return document.documentElement.scrollHeight");
        browser.size(width, (int) height, dark);
        assertEquals((long) width, browser.run("return document.documentElement.scrollWidth"));
        browser.screenshot(
            name + (width == WIDE ? "-wide" : "-narrow") + (dark ? "-dark" : "-light"));
      }
    }
  }
}
