package io.github.dropblock.internal.kernel;

/**
 * Vector kernels whose first masks are mostly applied by the scalar loops.
 *
 * <p>Each vector is an object until the compiler has seen the loops often enough. One large mask
 * applied like that would take most of a second. The scalar loops are compiled much sooner and give
 * the same bits. So at first only one piece of several goes through vectors, which is enough to get
 * them compiled.
 */
final class VectorWarmup extends VectorKernels {
  /** Elements of a piece. The compiler counts calls, so pieces are short. */
  static final int PIECE = 1024;

  /** The first piece, and then one of this many, is done by vectors. */
  static final int PIECES_OF_A_VECTOR_PIECE = 16;

  /** Pieces after which the loops are compiled, or soon will be. */
  static final int PIECES = 800 * PIECES_OF_A_VECTOR_PIECE;

  private static final Kernels SCALAR = new ScalarKernels();

  /** Counts the pieces. Threads may lose a count, which delays the end a little. */
  private int pieces;

  @Override
  public void applyMask(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float scale) {
    for (int i = 0, piece; i < length; i += piece) {
      boolean warm = pieces >= PIECES;
      piece = warm ? length - i : Math.min(PIECE, length - i);
      int bit = firstBit + i;
      // One call of each, since a second one would make the compiled code too long.
      if (warm || pieces++ % PIECES_OF_A_VECTOR_PIECE == 0) {
        super.applyMask(in, inOffset + i, out, outOffset + i, piece, dropped, bit, scale);
      } else {
        SCALAR.applyMask(in, inOffset + i, out, outOffset + i, piece, dropped, bit, scale);
      }
    }
  }
}
