/**
 * Bits, scales and fills of masks, and passes of masks over arrays and buffers in any memory order.
 *
 * <p>Public choices arrive in internal forms: {@link io.github.dropblock.internal.apply.ScaleRule},
 * {@link io.github.dropblock.internal.apply.FillValue}, {@link
 * io.github.dropblock.internal.apply.ElementOrder} and {@link
 * io.github.dropblock.internal.apply.Workers}.
 */
package io.github.dropblock.internal.apply;
