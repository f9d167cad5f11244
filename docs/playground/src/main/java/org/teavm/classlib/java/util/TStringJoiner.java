package org.teavm.classlib.java.util;

/**
 * Stands for {@code java.util.StringJoiner} in a browser, as far as the library uses it. TeaVM has
 * none, and looks for it by this name.
 */
public final class TStringJoiner {
  private final String separator;
  private final String suffix;
  private final StringBuilder text;
  private boolean empty = true;

  public TStringJoiner(CharSequence separator, CharSequence prefix, CharSequence suffix) {
    this.separator = separator.toString();
    this.suffix = suffix.toString();
    this.text = new StringBuilder(prefix);
  }

  public TStringJoiner add(CharSequence part) {
    text.append(empty ? "" : separator).append(part);
    empty = false;
    return this;
  }

  @Override
  public String toString() {
    return text + suffix;
  }
}
