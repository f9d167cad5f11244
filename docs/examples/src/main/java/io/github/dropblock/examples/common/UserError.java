package io.github.dropblock.examples.common;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A failure the user can correct: it becomes one line on stderr, never a stack trace. */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error of the user.
   *
   * @param message one line
   */
  public UserError(String message) {
    super(message);
  }

  /**
   * A picture that cannot be read.
   *
   * @param source what was to be read
   * @param cause why not
   * @return the error
   */
  public static UserError cannotRead(Object source, Exception cause) {
    return new UserError("cannot read picture " + source + ": " + reason(cause));
  }

  /**
   * A file that cannot be written.
   *
   * @param target what was to be written
   * @param cause why not
   * @return the error
   */
  public static UserError cannotWrite(Path target, IOException cause) {
    return new UserError("cannot write " + target + ": " + reason(cause));
  }

  /** File exceptions carry only a path as their message; say what went wrong instead. */
  private static String reason(Exception cause) {
    if (cause instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return "it exists and is not a directory";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
