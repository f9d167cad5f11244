/**
 * DropBlock (Ghiasi, Lin and Le, NeurIPS 2018): structured dropout for NCHW feature maps.
 *
 * <p>Start at {@link io.github.dropblock.DropBlock}.
 */
module io.github.dropblock {
  exports io.github.dropblock;
  exports io.github.dropblock.schedule;
  exports io.github.dropblock.tensor;

  uses io.github.dropblock.MaskFunction;
}
