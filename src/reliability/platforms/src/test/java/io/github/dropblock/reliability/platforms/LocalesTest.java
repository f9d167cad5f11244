package io.github.dropblock.reliability.platforms;

import static io.github.dropblock.reliability.platforms.Program.JDK;
import static io.github.dropblock.reliability.platforms.Program.VECTORS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Locales with another alphabet or other digits, and charsets. */
class LocalesTest {
  private static final String TURKISH = "-Duser.language=tr -Duser.country=TR";
  private static final String ARABIC = "-Duser.language=ar -Duser.country=EG";
  private static final String THAI =
      "-Duser.language=th -Duser.country=TH -Duser.extensions=u-nu-thai";

  private static Run runIn(String locale) {
    return Program.onClassPath(JDK).run((VECTORS + " " + locale).split(" ", -1));
  }

  /** Lower case of I is a letter of its own. */
  @Test
  void turkish() {
    runIn(TURKISH).assertGolden().assertSays("locale", "tr-TR");
  }

  @Test
  void arabicDigits() {
    runIn(ARABIC).assertGolden().assertSays("locale", "ar-EG").assertSays("zero", "660");
  }

  @Test
  void thaiDigits() {
    runIn(THAI).assertGolden().assertSays("locale", "th-TH-u-nu-thai").assertSays("zero", "e50");
  }

  /** In each locale a message is the same text, which logs can be searched for. */
  @ParameterizedTest
  @ValueSource(strings = {ARABIC, THAI})
  void messagesAreTheSame(String locale) {
    String size = "size must be at most 2147483647: 1 x 2 x 1 x 3 x 2147483647 (n, c, d, h, w)";
    runIn(locale).assertSays("message", size);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16"})
  void charset(String charset) {
    runIn("-Dfile.encoding=" + charset).assertGolden().assertSays("charset", charset);
  }
}
