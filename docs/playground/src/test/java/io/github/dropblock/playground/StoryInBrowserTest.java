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

/** Shows each step of the story, and writes pictures of the page to look at. */
class StoryInBrowserTest {
  @Test
  void eachStepShowsWhatItSays() throws IOException {
    try (Chromium browser = Chromium.on(Folders.SITE)) {
      browser.size(1280, 2500, false);
      browser.open("");
      finish(browser, "page");
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
        finish(browser, "step-" + (i + 1));
      }
      browser.size(1200, 840, false);
      browser.open("");
      browser.run("tell(1)");
      finish(browser, "picture");
      browser.run("tell(4)");
      browser.size(1280, 2500, true);
      finish(browser, "dark");
      browser.size(360, 1500, false);
      browser.open("channels=8");
      finish(browser, "narrow");
      assertEquals(List.of(), browser.console());
    }
  }

  private static void finish(Chromium browser, String name) throws IOException {
    browser.until("return document.body.dataset.counted === 'yes'");
    browser.screenshot(name);
  }
}
